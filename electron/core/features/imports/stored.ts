import type { CancerEpisodeTable, PersonTable } from '../../db/schema.ts'
import type { IncomingDiagnosis, IncomingPerson } from './incoming.ts'

/** What is stored of somebody new, as a file tells of them. */
export const storedPerson = (person: IncomingPerson) =>
  ({
    nhs_number: person.nhsNumber,
    local_id: person.localId,
    title: person.title,
    surname: person.surname ?? '',
    given_name: person.givenName ?? '',
    birth_date: person.birthDate,
    sex: person.sex ?? 'X',
    postcode: person.postcode,
    usual_gp: person.usualGp,
    death_date: person.deathDate?.date ?? null,
    death_date_precision: person.deathDate?.precision ?? null,
  }) satisfies Partial<PersonTable>

/** What is stored of a new diagnosis, as a file tells of it. */
export const storedDiagnosis = (diagnosis: IncomingDiagnosis) =>
  ({
    kind: diagnosis.kind,
    tumour_group: diagnosis.tumourGroup,
    site: diagnosis.site,
    icd10_code: diagnosis.icd10Code,
    diagnosis_date: diagnosis.date?.date ?? null,
    diagnosis_date_precision: diagnosis.date?.precision ?? null,
    stage: diagnosis.stage,
    route: diagnosis.route,
    hospital: diagnosis.hospital,
  }) satisfies Partial<CancerEpisodeTable>
