/**
 * The patterns a second time, as plain SQL over the register's own tables, for people of whom every date is known to the
 * day. Written from the words of the rule; it knows nothing of the milestones in `shared`.
 */

const TYPES = `
type_of(type, milestone) AS (VALUES
  ('screening_result', 'screening'), ('seen_by_gp', 'presentation'), ('home_visit', 'presentation'),
  ('fit_test', 'practice_test'), ('blood_test', 'practice_test'), ('chest_x_ray', 'practice_test'),
  ('urgent_referral', 'urgent_referral'), ('routine_referral', 'routine_referral'),
  ('ae_attendance', 'emergency'), ('emergency_admission', 'emergency'),
  ('first_seen', 'first_seen'), ('oncology_clinic', 'first_seen'), ('surgical_clinic', 'first_seen'),
  ('colonoscopy', 'hospital_test'), ('endoscopy', 'hospital_test'), ('bronchoscopy', 'hospital_test'),
  ('cystoscopy', 'hospital_test'), ('mammogram', 'hospital_test'), ('ct_scan', 'hospital_test'),
  ('mri_scan', 'hospital_test'), ('pet_scan', 'hospital_test'), ('ultrasound', 'hospital_test'),
  ('biopsy', 'hospital_test'), ('decision_to_treat', 'decision'), ('surgery', 'surgery'),
  ('chemotherapy_started', 'chemotherapy'), ('radiotherapy_started', 'radiotherapy'),
  ('hormone_started', 'hormone'), ('immunotherapy_started', 'immunotherapy'), ('transplant', 'transplant'),
  ('active_monitoring', 'monitoring'), ('care_review', 'care_review'), ('recurrence_told', 'recurrence'),
  ('palliative_referral', 'palliative'), ('hospice_admission', 'palliative'))`

const RANKS = `
ranked(milestone, rank, part) AS (VALUES
  ('screening', 1, 'before'), ('presentation', 2, 'before'), ('practice_test', 3, 'before'),
  ('urgent_referral', 4, 'before'), ('routine_referral', 5, 'before'), ('emergency', 6, 'before'),
  ('first_seen', 7, 'before'), ('hospital_test', 8, 'before'), ('diagnosis', 9, 'diagnosis'),
  ('decision', 10, 'decision'), ('surgery', 11, 'treatment'), ('chemotherapy', 12, 'treatment'),
  ('radiotherapy', 13, 'treatment'), ('hormone', 14, 'treatment'), ('immunotherapy', 15, 'treatment'),
  ('transplant', 16, 'treatment'), ('monitoring', 17, 'treatment'), ('care_review', 18, 'after'),
  ('recurrence', 19, 'after'), ('palliative', 20, 'after'), ('died', 21, 'end'))`

/** Every new primary of the people without a vague date, with its sequence: `@stretch` says how much of it. */
export const sequencesSql = (stretch: 'diagnosis' | 'treatment' | 'whole'): string => `
WITH ${TYPES}, ${RANKS},
exact AS (
  SELECT id FROM person
   WHERE coalesce(death_date_precision, 'day') = 'day'
     AND id NOT IN (SELECT person_id FROM cancer_episode WHERE diagnosis_date_precision IS NOT 'day')
     AND id NOT IN (SELECT person_id FROM journey_event WHERE event_date_precision <> 'day')
),
primaries AS (
  SELECT one.id, one.person_id, one.tumour_group, one.diagnosis_date,
         (SELECT count(*) FROM cancer_episode o WHERE o.person_id = one.person_id AND o.kind = 'new_primary') AS in_all,
         (SELECT count(*) FROM cancer_episode o WHERE o.person_id = one.person_id AND o.kind = 'new_primary'
             AND o.tumour_group = one.tumour_group) AS in_group
    FROM cancer_episode one WHERE one.kind = 'new_primary' AND one.person_id IN (SELECT id FROM exact)
),
later AS (
  SELECT p.id AS history, e.id, e.diagnosis_date FROM primaries p JOIN cancer_episode e
      ON e.person_id = p.person_id AND e.kind <> 'new_primary'
   WHERE p.in_all = 1 OR (p.in_group = 1 AND e.tumour_group = p.tumour_group)
),
happened(history, diagnosed, milestone, day) AS (
  SELECT id, diagnosis_date, 'diagnosis', diagnosis_date FROM primaries
  UNION ALL
  SELECT p.id, p.diagnosis_date, t.milestone, e.event_date
    FROM primaries p JOIN journey_event e ON e.person_id = p.person_id JOIN type_of t ON t.type = e.event_type
   WHERE e.episode_id = p.id OR (e.episode_id IS NULL AND p.in_all = 1)
      OR e.episode_id IN (SELECT id FROM later WHERE history = p.id)
  UNION ALL
  SELECT p.id, p.diagnosis_date, 'recurrence', l.diagnosis_date FROM primaries p JOIN later l ON l.history = p.id
  UNION ALL
  SELECT p.id, p.diagnosis_date, 'died',
         coalesce(person.death_date,
                  (SELECT min(event_date) FROM journey_event e WHERE e.person_id = person.id AND e.event_type = 'died'))
    FROM primaries p JOIN person ON person.id = p.person_id
),
first AS (
  SELECT history, h.milestone, r.rank, r.part, min(day) AS day FROM happened h JOIN ranked r ON r.milestone = h.milestone
   WHERE day IS NOT NULL
     AND CASE r.part
           WHEN 'before' THEN day BETWEEN date(diagnosed, '-730 days') AND diagnosed
           WHEN 'after' THEN day >= diagnosed
           WHEN 'end' THEN 1
           ELSE day >= date(diagnosed, '-730 days') END
     AND ${{ diagnosis: "r.part IN ('before', 'diagnosis')", treatment: "r.part <> 'after'", whole: '1' }[stretch]}
   GROUP BY history, h.milestone
),
placed AS (
  SELECT *, sum(part = 'treatment') OVER (
      PARTITION BY history ORDER BY day, rank ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS treated
    FROM first
)
SELECT history, group_concat(milestone, '>' ORDER BY day, rank) AS sequence FROM placed
 WHERE ${stretch === 'treatment' ? 'coalesce(treated, 0) = 0' : '1'}
 GROUP BY history`
