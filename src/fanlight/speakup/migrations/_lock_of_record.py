"""The triggers by which the database itself refuses to change or remove a line of the guardians' record."""

NAMES = ("speakup_deed_stays", "speakup_deed_is_kept")
DEEDS = dict(zip(NAMES, ("UPDATE", "DELETE"), strict=True))
REFUSAL = "the guardians'' record is never changed"
FUNCTION = "speakup_record_stays"


def create(name: str, vendor: str) -> str:
    if vendor == "sqlite":
        return (
            f"CREATE TRIGGER {name} BEFORE {DEEDS[name]} ON speakup_deed "
            f"BEGIN SELECT RAISE(ABORT, '{REFUSAL}'); END"
        )
    return (
        f"CREATE TRIGGER {name} BEFORE {DEEDS[name]} ON speakup_deed "
        f"FOR EACH ROW EXECUTE FUNCTION {FUNCTION}()"
    )


def drop(name: str, vendor: str) -> str:
    return f"DROP TRIGGER {name}" + ("" if vendor == "sqlite" else " ON speakup_deed")


def function() -> str:
    return (
        f"CREATE OR REPLACE FUNCTION {FUNCTION}() RETURNS trigger AS $$ "
        f"BEGIN RAISE EXCEPTION '{REFUSAL}'; END $$ LANGUAGE plpgsql"
    )
