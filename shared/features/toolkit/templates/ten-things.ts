import type { Template } from '../template.ts'

export const tenThings: Template = {
  code: 'ten-things',
  title: 'Ten things that matter: scorecard',
  topic: 'people',
  audience: 'outside',
  purpose:
    'Ten things that people with cancer said matter to them, each beside a measure, an action or an honest "not measured".',
  usedBy: 'The lead with a patient group, once a year',
  minutes: 45,
  sources: [
    'London Cancer, Ten things that matter to patients: agreed with over 200 patients and 1,000 clinicians, as published about 2018',
    'NHS England, National Cancer Patient Experience Survey (quote the year)',
  ],
  reviewMonths: 12,
  aboutPerson: false,
  markdown: `> Sit down with people affected by cancer and go through it together. "Not measured" is an answer. A green tick that people do not feel is worse.

## Where we stand

{{table.ten-things}}

## What each means here

| Thing | What a good day looks like | What we look at |
| --- | --- | --- |
| 1. Early diagnosis | Found when more can be done | Stage 1 or 2: {{measure.early-stage.value}}, with stage known for {{measure.stage-known.value}}. Emergency route: {{measure.emergency-route.value}} |
| 2. Ethos | Treated as a whole person, with respect | Survey, compliments, complaints |
| 3. Communication | Told and given it in writing, with what treatment may bring | Letter audit; survey |
| 4. Choice | A real say in where and how | Survey |
| 5. Support | Groups, money advice, somebody for the worry | Support contact in 3 months: {{measure.support-contact.value}} |
| 6. Carers | Part of it, and looked after too | Carers recorded; survey |
| 7. Holistic assessment | Asked at the right times, and something is done | Offered: {{measure.needs-assessment-offered.value}}. Done: {{measure.needs-assessment-done.value}} |
| 8. Seamless care | A nurse specialist from the start, a keyworker after | Nurse known: {{measure.nurse-specialist.value}}. Same review twice: {{measure.duplicate-reviews.value}} |
| 9. Transport | Knows how to get there and what parking costs | Ask five people |
| 10. Discharge | Person and GP both get the letter and the advice | Letters in time: {{measure.letters-in-time.value}}. Summaries: {{measure.treatment-summary.value}} |

> The national patient experience survey gives some of these for the hospital or alliance in England. It is not about this practice; quote it with its year. Other nations run their own.

## Said by people affected

Read with {{ask.read-with|Which group, how many, when}}.

- What rings true: {{ask.rings-true|What rings true}}
- What does not: {{ask.rings-false|What does not}}
- What is missing from the ten: {{ask.missing|What is missing}}

## What we act on this year

> Two or three. Each goes into the plan with an owner, a day and a measure.

| Thing | What we will do | Who | By | How people will notice |
| --- | --- | --- | --- | --- |
| | | | | |
| | | | | |

## Not measured, and what we do about it

| Thing | Why not | What we will do: measure, ask, or leave and say so |
| --- | --- | --- |
| | | |
| | | |

Put up for people to read at {{ask.put-up|Where people can read it}}, on {{ask.put-up-on|Date}}.
`,
}
