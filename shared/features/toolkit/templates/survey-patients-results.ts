import type { Template } from '../template.ts'

export const surveyPatientsResults: Template = {
  code: 'survey-patients-results',
  title: 'Survey of people with cancer: results',
  topic: 'people',
  audience: 'outside',
  purpose: 'How to ask fairly, how to count, and a page to put up: what people said and what was done about it.',
  usedBy: 'The lead with a patient group',
  minutes: 40,
  sources: [
    'London Cancer, Ten things that matter to patients, as published about 2018',
    'System redesign partnerships, public web page, 2017 (surveys before and after a change)',
  ],
  reviewMonths: null,
  aboutPerson: false,
  markdown: `> Goes with *Survey: people with cancer and carers*. Counts only. Nothing here may show who wrote a form.

> Ask everybody with a support contact or care review in a quarter, not only those who seem pleased. Thirty answers are worth counting; ten are worth listening to. Offer paper, telephone, screen and an interpreter. Somebody who did not give the care hands the forms out and opens them. Read the results with the patient group.

## Who answered

**Asked:** {{ask.asked|How many were asked}} · **Answered:** {{ask.answered|How many answered}} · **When:** {{ask.round|Months, and before or after what}}

We asked people with cancer, and people close to them, ten questions about their care at {{practice.name}}. Nobody wrote their name. Some did not answer, and they may think differently.

## What people said

> Leave "does not apply" and blanks out of the share, and show the number with it: "18 of 24". Under 6 answers in a group: do not show that group. Take out of written words anything that tells who it was, before others read them. Something that worries you in an unnamed form: act on the cause.

| Question | Yes | Partly | No | Yes, of those it applies to | Last time |
| --- | --- | --- | --- | --- | --- |
| 1. Seen soon enough | | | | | |
| 2. Told in words I could follow | | | | | |
| 3. Know who to ring | | | | | |
| 4. Practice knew | | | | | |
| 5. What mattered to me | | | | | |
| 6. Help that was promised came | | | | | |
| 7. How I feel | | | | | |
| 8. Money, work, travel | | | | | |
| 9. People close to me | | | | | |
| 10. What to look out for | | | | | |

Felt quite a lot or very alone: {{ask.alone|Number out of number, and last time}}

## Beside it, from the register

Support contact within 3 months: {{measure.support-contact.value}} ({{measure.support-contact.range}}). Care review within 12 months: {{measure.care-review.value}} ({{measure.care-review.range}}). That something was done, and how it felt, are two things.

## In their words

Best: {{ask.best|Two or three things people praised}}

To change: {{ask.to-change|Two or three things people would change}}

## You said, we did

| You said | We did | When |
| --- | --- | --- |
| | | |
| | | |
| | | |

What we cannot change, and why: {{ask.cannot|What stays as it is, and why}}

Thank you to everybody who answered. To tell us more: {{ask.contact|Name and how to reach them}}
`,
}
