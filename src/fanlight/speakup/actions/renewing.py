"""New keys for one concern, and reading its files: what touches the pieces."""

from dataclasses import replace

from django.db import transaction

from fanlight.speakup.access import AtWork, OpenConcern, gone_from
from fanlight.speakup.access.lines import case_place, line_place
from fanlight.speakup.actions.holding import NotNow
from fanlight.speakup.actions.record import note
from fanlight.speakup.actions.speaking import CleanFile, forget_files, keep_file
from fanlight.speakup.models import Concern, Piece, Wrap, database
from fanlight.speakup.sealing import Unreadable
from fanlight.speakup.sealing.casefile import CaseFile
from fanlight.speakup.sealing.envelope import ConcernKeys, blank_wrap, seal_whole, unseal_pieces, wrap
from fanlight.speakup.sealing.keys import seal_to
from fanlight.speakup.sealing.ledger import File, Standing


def renew_concern(*, opened: OpenConcern, by: AtWork) -> OpenConcern:
    """New keys for a concern, so that whoever once had the old ones, or has gone, can open nothing from now on."""
    with transaction.atomic(using=database()):
        gone = gone_from(opened.concern.desk)
        Wrap.objects.filter(concern=opened.concern, guardian__in=gone).delete()
        renewed = seal_anew(opened=opened, case=opened.guarded)
        for found in Wrap.objects.select_related("guardian").filter(concern=opened.concern):
            is_kept_out = found.guardian.public_id in renewed.ledger.kept_out
            found.sealed = (
                blank_wrap() if is_kept_out else wrap(renewed.keys, bytes(found.guardian.public_key))
            )
            found.save()
        note(verb="renewed a concern’s keys", subject=renewed.guarded.mark, by=by)
    return renewed


def seal_anew(*, opened: OpenConcern, case: CaseFile, **flags: bool) -> OpenConcern:
    """The line, the case and the files under fresh keys, and these for the person. For guardians it is the caller's."""
    fresh = ConcernKeys.new()
    concern = Concern.objects.select_for_update().get(pk=opened.concern.pk)
    entries = tuple(
        replace(entry, file=_sealed_anew(entry.file, opened.keys, fresh)) if entry.file else entry
        for entry in opened.ledger.entries
    )
    ledger = replace(opened.ledger, entries=entries)
    concern.reporter_wrap = seal_to(bytes(concern.reporter_key), fresh.line)
    concern.line = seal_whole(ledger.to_bytes(), key=fresh.line, place=line_place(concern))
    concern.case = seal_whole(case.to_bytes(), key=fresh.case, place=case_place(concern))
    for name, value in flags.items():
        setattr(concern, name, value)
    concern.save()
    return OpenConcern(concern, fresh, ledger, case)


def forget_concern(*, opened: OpenConcern, by: AtWork) -> None:
    """Delete a concern that is over, with every word and file: for the guardians and for the person alike."""
    if opened.ledger.standing is Standing.OPEN:
        raise NotNow("It is still open. Close it first, so that the person hears what came of it.")
    with transaction.atomic(using=database()):
        note(verb="deleted a concern for good", subject=opened.guarded.mark, by=by)
        forget_files(files=opened.ledger.files)
        Concern.objects.filter(pk=opened.concern.pk).delete()


def read_file(*, file: File, keys: ConcernKeys) -> bytes:
    """Raises Unreadable."""
    found: dict[int, bytes] = {}
    for start in range(0, len(file.pieces), 500):
        numbers = file.pieces[start : start + 500]
        found |= {piece.pk: bytes(piece.sealed) for piece in Piece.objects.filter(pk__in=numbers)}
    if len(found) < len(file.pieces):
        raise Unreadable("a piece is missing")
    return unseal_pieces([found[number] for number in file.pieces], key=keys.line, item=file.item)


def _sealed_anew(file: File, old: ConcernKeys, fresh: ConcernKeys) -> File:
    """The same file under the fresh keys. One that was damaged keeps its name, and nothing of it that could be read."""
    try:
        content = read_file(file=file, keys=old)
    except Unreadable:
        content = None
    forget_files(files=[file])
    if content is None:
        return replace(file, pieces=())
    return keep_file(file=CleanFile(file.name, content), keys=fresh)
