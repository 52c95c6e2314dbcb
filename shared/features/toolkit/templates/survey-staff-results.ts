import type { Template } from '../template.ts'

export const surveyStaffResults: Template = {
  code: 'survey-staff-results',
  title: 'Staff confidence survey: results',
  topic: 'people',
  audience: 'inside',
  purpose: 'Counts the forms from before, after and three months later in pairs, and reads the change fairly.',
  usedBy: 'Whoever runs the training',
  minutes: 30,
  sources: [
    "System redesign partnerships, public web page, 2017 (nurses' confidence 31% before and 75% after training in one programme)",
  ],
  reviewMonths: null,
  aboutPerson: false,
  markdown: `> Goes with *Survey: staff confidence before and after training*. Show nothing by which a colleague could be known.

## Counting

- Asked: {{ask.asked|How many were asked}}. Before: {{ask.before-count|Forms before}}. After: {{ask.after-count|Forms after}}. Three months: {{ask.later-count|Forms after three months}}.
- Pair by code. Count only pairs when you speak of change.
- "Sure" means 7 or more. Report "sure before" and "sure after" as number out of number.

| Question | Pairs | Sure before | Sure after | Sure at three months |
| --- | --- | --- | --- | --- |
| 1. Opening a talk | | | | |
| 2. Care review | | | | |
| 3. Treatment summary | | | | |
| 4. Later effects | | | | |
| 5. Cannot wait | | | | |
| 6. Awkward subjects | | | | |
| 7. Right service | | | | |
| 8. Safety-netting | | | | |

## Reading it fairly

- People answer more kindly on the day. Trust the third form.
- Those who did not come back may be the least sure. Say how many.
- Fewer than six in a group: put groups together. In a small team a job title is a name.
- Feeling sure is not doing it. Put a figure from the register beside it: care reviews within 12 months {{measure.care-review.value}}; support contacts {{measure.support-contact.value}}.

> For scale: one training programme in Yorkshire reported that nurses who felt confident rose from 31% to 75%. Yours may be smaller and just as real.

## What we do next

{{ask.next|What changes in the next session}}
`,
}
