import type { Template } from '../template.ts'

export const stepInEarly: Template = {
  code: 'step-in-early',
  title: 'Where to step in early',
  topic: 'picture',
  audience: 'inside',
  purpose:
    'A checklist that finds the two or three things worth starting with, by what goes wrong, how often, and what you can change.',
  usedBy: 'The lead with one nurse and one manager, once a year',
  minutes: 45,
  sources: [
    'NICE guideline NG12, Suspected cancer: recognition and referral, June 2015 and later updates',
    'NICE diagnostics guidance DG56, Quantitative faecal immunochemical testing, August 2023',
    'National Cancer Diagnosis Audit 2014, British Journal of General Practice, 2018',
    'NHS England, Network Contract DES, early cancer diagnosis, 2025/26 and 2026/27 (check the current year)',
  ],
  reviewMonths: 12,
  aboutPerson: false,
  markdown: `> Go through each part and tick what is true today. An empty box is a possible start. Then score the empty ones at the end. Do not start more than three.

## 1. Is the picture right?

- [ ] Everybody with a new diagnosis reaches the register within a month
- [ ] The route to diagnosis is recorded for nearly all (today {{measure.route-known.value}})
- [ ] The stage is recorded for nearly all (today {{measure.stage-known.value}})
- [ ] Somebody checks the register against deaths and people who have left, each quarter

## 2. Do people come, and are they heard?

- [ ] People who did not answer a bowel, breast or cervical invitation are followed up, those least likely to come first
- [ ] We know which groups here come late, and have asked them why
- [ ] Somebody seen three times with the same unexplained symptom is looked at afresh
- [ ] Interpreters and longer appointments are easy to book

## 3. Are urgent referrals right and safe?

- [ ] Everybody uses the same referral guideline, and knows where it is
- [ ] A bowel symptom test is done and its result sent with the referral, where the pathway asks for it
- [ ] Each urgent referral is tracked until the person has been seen (outcome within 62 days, today {{measure.safety-net-outcome.value}})
- [ ] A missed appointment, a rejection and a downgrade each go to a clinician the same day
- [ ] Every person leaves with a leaflet or text that says what it is for and whom to ring

> NG12 and the faecal test guidance are for England. Scotland has its own referral guidelines; Wales and Northern Ireland: check locally, including the test's cut-off.

## 4. Do letters arrive and get read?

- [ ] Late letters are asked for each week (today {{letters.late}} late, middle wait {{letters.gap-middle}})
- [ ] Each "GP to do" in a letter becomes a task with a name and a day
- [ ] Treatment summaries come for most people (today {{measure.treatment-summary.value}})
- [ ] Results that need acting on cannot be filed by one person alone

## 5. Are people looked after once they know?

- [ ] A support contact within 3 months (today {{measure.support-contact.value}}, {{care.contacts-due}} due)
- [ ] A care review within 12 months (today {{measure.care-review.value}}, {{care.reviews-due}} due)
- [ ] We know each person's nurse specialist (today {{measure.nurse-specialist.value}})
- [ ] Carers are asked about and written down
- [ ] The hospital and we do not see the same person for the same review in the same weeks (twice: {{measure.duplicate-reviews.value}})

## 6. Do we learn?

- [ ] Every emergency diagnosis is talked through (diagnoses of all kinds to write up: {{learning.suggested}})
- [ ] What we decided was done and is still done
- [ ] People affected by cancer have told us something in the last year that we changed

## Score what is empty

> Harm: what happens to a person if it fails. Often: how many people in a year. Ours: can we change it without waiting for somebody else. Each from 1 to 3. Multiply. Start with the highest that has an owner.

| What is missing | Harm 1–3 | Often 1–3 | Ours 1–3 | Score | Owner |
| --- | --- | --- | --- | --- | --- |
| | | | | | |
| | | | | | |
| | | | | | |
| | | | | | |

## We start with

1. {{ask.start-one|First thing to start}}
2. {{ask.start-two|Second thing to start}}
3. {{ask.start-three|Third thing to start, or none}}

What we decided to leave, and why: {{ask.left|What you leave for now}}

> Put each start into the plan today as an action with an owner, a day and one measure.
`,
}
