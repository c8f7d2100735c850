"""Questionnaires from and for other programs. What cannot come along is said in words, never dropped."""

from fanlight.measure.instruments.exchange.draft import Imported
from fanlight.measure.instruments.exchange.fhir_reading import from_fhir
from fanlight.measure.instruments.exchange.fhir_terms import FhirVersion
from fanlight.measure.instruments.exchange.fhir_writing import to_fhir
from fanlight.measure.instruments.exchange.xlsform import from_xlsform

__all__ = ["FhirVersion", "Imported", "from_fhir", "from_xlsform", "to_fhir"]
