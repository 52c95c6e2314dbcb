import type { Template } from '../template.ts'

export const letterAudit: Template = {
  code: 'letter-audit',
  title: 'Letter audit',
  topic: 'letters',
  audience: 'inside',
  purpose:
    'Did the letter reach us, in time, saying what we needed, and did the person get one too? Twenty letters, two rounds, one change.',
  usedBy: 'A nurse, secretary or trainee with the lead',
  minutes: 60,
  sources: [
    'NHS Standard Contract, service conditions on discharge summaries and clinic letters (check the current year; England)',
    'Academy of Medical Royal Colleges, Please, write to me, September 2018 (letters to patients)',
    'London Cancer, Ten things that matter to patients, as published about 2018 (discharge information for patient and GP)',
  ],
  reviewMonths: 12,
  aboutPerson: false,
  markdown: `## The question

When something happens to one of our people in hospital, do they and we get a letter, in time, that says what each needs to know?

## Where we start

In 12 months {{letters.came-12-months}} letters came. Half took longer than {{letters.gap-middle}}. {{measure.letters-in-time.value}} came in time ({{measure.letters-in-time.range}}). {{letters.late}} are late today. Treatment summaries in time: {{measure.treatment-summary.value}}.

{{table.letters-by-kind}}

## What we call good

> Agree this with the hospital first. An audit against rules that only one side knows is a complaint.

| Letter | In our hands within | Standard agreed with |
| --- | --- | --- |
| Discharge after a stay | 1 working day | |
| Clinic | 7 days from the clinic | |
| Diagnosis told | 1 working day | |
| MDT outcome | 2 working days | |
| Treatment plan | Before the first treatment | |
| Treatment summary | 6 weeks after the last treatment | |

> These days are a place to begin, set them to what your contract or agreement says. England's standard contract has its own for discharge and clinic letters; other nations: check locally.

## How

- **Who:** {{ask.auditor|Who looks}}
- **Which:** the last 20 letters of {{ask.letter-kind|Which kind of letter}} before {{ask.before|Date}}, in order of arrival, no picking
- **From where:** the practice's own record. Write a row number, never a name

## What each letter says

Count out of 20.

| Does it say | Yes | Partly | No |
| --- | --- | --- | --- |
| Diagnosis and stage | | | |
| What was done or decided | | | |
| What it is meant to achieve | | | |
| Medicines started, changed, stopped, and why | | | |
| What the practice must do, by when | | | |
| What to look out for | | | |
| Whom to ring | | | |
| What the person was told | | | |
| Copied to the person, in words they can use | | | |

## Our own half

- [ ] Read by a clinician within 2 working days of coming
- [ ] Each "GP to do" became a task
- [ ] Each task was done by its day
- [ ] Diagnosis, stage and treatment were entered from it

Found: {{ask.own-half|What our own half showed}}

## Ask five people

Ring five people who had that letter, with their leave. Did you get one? Did you understand it? Did you know whom to ring?

{{ask.five-people|What five people said, without names}}

## What we found

{{ask.finding|Two sentences}}

## One change, each side

| Change | Who | By | Count again on |
| --- | --- | --- | --- |
| The hospital | | | |
| The practice | | | |

> Send the hospital counts only. A count under 6 is given as "fewer than 6". Thank those who got it right by name of clinic.
`,
}
