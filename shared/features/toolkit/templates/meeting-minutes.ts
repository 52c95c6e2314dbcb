import type { Template } from '../template.ts'

export const meetingMinutes: Template = {
  code: 'meeting-minutes',
  title: 'Meeting minutes with actions',
  topic: 'work',
  audience: 'inside',
  purpose: 'One page of what was decided and who does it, ready to send the same day.',
  usedBy: 'Whoever takes the notes',
  minutes: 15,
  sources: ['National Data Guardian, The Caldicott Principles, December 2020'],
  reviewMonths: null,
  aboutPerson: false,
  markdown: `> Write decisions, not speeches. No names of patients, no initials, nothing by which a colleague would know who it was. If a person was talked about, the record of that goes into their own notes.

**{{ask.meeting|Name of the meeting}}**, {{ask.meeting-date|Date and time}}

**Present:** {{ask.present|Who was present}}

**Sorry to miss it:** {{ask.apologies|Who sent apologies}}

**Chair:** {{ask.chair|Chair}} · **Notes:** {{author.name}}

## Decided

1. {{ask.decision-one|First decision}}
2. {{ask.decision-two|Second decision, or none}}
3. {{ask.decision-three|Third decision, or none}}

## Actions

| What | Who | By | In the plan? |
| --- | --- | --- | --- |
| | | | |
| | | | |
| | | | |

> Type each into the plan before you send this. An action that stands only in minutes is not done.

## What we looked at

- Letters late {{letters.late}}; contacts due {{care.contacts-due}}; reviews due {{care.reviews-due}}
- Actions open {{plan.actions-open}}, late {{plan.actions-late}}, done {{plan.actions-done}}
- Learning event: {{ask.learning-note|What was learnt, in one sentence}}
- Figure: {{ask.figure-note|What the figure showed, in one sentence}}

## Not settled

{{ask.not-settled|What was left open, and where it goes next}}

## To pass on

- To the hospital: {{ask.to-hospital|What the hospital is asked, or none}}
- To the network: {{ask.to-network|What the network is told, or none}}
- To people with cancer and carers: {{ask.to-people|What people are told, or none}}

**Next meeting:** {{ask.next-meeting|Date of the next meeting}}

> The chair reads it. Send it within a day. Corrections come back within a week, then it is issued.
`,
}
