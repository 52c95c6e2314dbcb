import { adding, isoDate, oneOf, partial, VERSION } from './columns.ts'

/**
 * The register in full: everything a person's record and a cancer episode hold, pathways with their sign-offs and
 * adjusted clocks, documents and the questions asked about them, tasks, checks, duplicates and saved views.
 * What is worked out (care_recall, pathway_summary, letter_gap, check_hit, duplicate_pair) hangs on its person and goes with them.
 */
export const registerInFull = {
  version: 40,
  name: 'register in full',
  sql: `
${adding('person', [
  oneOf('nhs_number_status', '01 02 03 04 05 06 07 08'),
  'known_as TEXT',
  'previous_surname TEXT',
  oneOf('gender', 'woman man non_binary another not_stated'),
  oneOf('ethnicity', 'A B C D E F G H J K L M N P R S Z 99'),
  'address TEXT',
  'deprivation_quintile INTEGER CHECK (deprivation_quintile BETWEEN 1 AND 5)',
  'deprivation_index TEXT',
  'deprivation_version TEXT',
  'carer_name TEXT',
  'carer_relationship TEXT',
  'carer_phone TEXT',
  'language TEXT',
  'interpreter_needed INTEGER CHECK (interpreter_needed IN (0, 1))',
  'communication_needs TEXT',
  'phone_home TEXT',
  'phone_mobile TEXT',
  'email TEXT',
  oneOf('contact_preference', 'phone letter email text through_carer'),
  'contact_note TEXT',
  oneOf('death_place', '10 20 21 22 30 40 41 42 50'),
])}

CREATE TABLE practice_registration (
  id TEXT PRIMARY KEY,
  person_id TEXT NOT NULL REFERENCES person (id),
  practice_name TEXT NOT NULL,
  ods_code TEXT,
  registered_from TEXT,
  registered_from_precision TEXT,
  registered_to TEXT,
  registered_to_precision TEXT,
  ${VERSION},
  ${partial('registered_from')},
  ${partial('registered_to')}
) STRICT;
CREATE INDEX practice_registration_person ON practice_registration (person_id);

${adding('cancer_episode', [
  oneOf('laterality', 'L R M B 8 9'),
  oneOf('behaviour', 'benign uncertain in_situ malignant metastatic'),
  oneOf('basis', '0 1 2 4 5 6 7 9'),
  oneOf('grade', 'G1 G2 G3 G4 GX'),
  't_category TEXT',
  'n_category TEXT',
  'm_category TEXT',
  oneOf('stage_edition', 'uicc ajcc enets figo ann_arbor binet other'),
  'stage_version TEXT',
  oneOf('performance_status', '0 1 2 3 4 9'),
  oneOf('intent', 'C Z X 9'),
  'consultant TEXT',
  'nurse_specialist TEXT',
  'nurse_specialist_phone TEXT',
  oneOf('nurse_specialist_told', 'Y1 Y3 Y4 Y5 NI NN 99'),
  oneOf('follow_up', 'self_managed shared_care professional_led palliative'),
  oneOf('code_source', 'typed imported'),
  'on_practice_register INTEGER CHECK (on_practice_register IN (0, 1))',
  'practice_register_reason TEXT CHECK ((practice_register_reason IS NULL) = (on_practice_register IS NULL))',
])}

CREATE TABLE pathway (
  id TEXT PRIMARY KEY,
  person_id TEXT NOT NULL REFERENCES person (id),
  episode_id TEXT REFERENCES cancer_episode (id),
  tumour_group TEXT NOT NULL,
  priority TEXT NOT NULL CHECK (priority IN ('urgent_suspected_cancer', 'breast_symptomatic', 'screening',
    'consultant_upgrade', 'urgent', 'routine', 'emergency')),
  hospital TEXT,
  reference TEXT,
  note TEXT,
  ${VERSION}
) STRICT;
CREATE INDEX pathway_person ON pathway (person_id);
CREATE INDEX pathway_episode ON pathway (episode_id) WHERE episode_id IS NOT NULL;

${adding('journey_event', [
  'pathway_id TEXT REFERENCES pathway (id)',
  'hospital TEXT',
  oneOf('method', 'in_person phone video letter text'),
  'done_by TEXT',
  'template TEXT',
])}
CREATE INDEX journey_event_pathway ON journey_event (pathway_id) WHERE pathway_id IS NOT NULL;
CREATE INDEX cancer_episode_hospital ON cancer_episode (hospital) WHERE hospital IS NOT NULL;
CREATE INDEX pathway_hospital ON pathway (hospital) WHERE hospital IS NOT NULL;
-- Rows that came in together, for a person's own history.
CREATE INDEX change_list ON change (table_name, audit_seq) WHERE row_ids IS NOT NULL;

CREATE TABLE pathway_sign_off (
  id TEXT PRIMARY KEY,
  pathway_id TEXT NOT NULL REFERENCES pathway (id),
  person_id TEXT NOT NULL REFERENCES person (id),
  event_id TEXT NOT NULL REFERENCES journey_event (id),
  decision TEXT NOT NULL CHECK (decision IN ('care_complete', 'book_again', 'refer_again', 'keep_open')),
  note TEXT,
  signed_by TEXT NOT NULL,
  signed_on TEXT NOT NULL CHECK (${isoDate('signed_on')}),
  ${VERSION}
) STRICT;
CREATE INDEX pathway_sign_off_pathway ON pathway_sign_off (pathway_id);
CREATE INDEX pathway_sign_off_person ON pathway_sign_off (person_id);
CREATE INDEX pathway_sign_off_event ON pathway_sign_off (event_id);

CREATE TABLE clock_adjustment (
  id TEXT PRIMARY KEY,
  pathway_id TEXT NOT NULL REFERENCES pathway (id),
  person_id TEXT NOT NULL REFERENCES person (id),
  clock TEXT NOT NULL CHECK (clock IN ('seen_14', 'told_28', 'treated_31', 'treated_62')),
  days INTEGER NOT NULL CHECK (days BETWEEN 1 AND 3660),
  reason_code TEXT NOT NULL CHECK (reason_code IN ('first_appointment_missed', 'reasonable_offer_declined')),
  reason TEXT NOT NULL,
  ${VERSION}
) STRICT;
CREATE INDEX clock_adjustment_pathway ON clock_adjustment (pathway_id);
CREATE INDEX clock_adjustment_person ON clock_adjustment (person_id);
`,
}
