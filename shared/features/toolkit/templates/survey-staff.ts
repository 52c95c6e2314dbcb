import type { Template } from '../template.ts'

export const surveyStaff: Template = {
  code: 'survey-staff',
  title: 'Survey kit: staff confidence before and after training',
  topic: 'people',
  audience: 'inside',
  purpose:
    'Eight questions of our own asked before, after and three months later, paired without names, with a fair way to read the change.',
  usedBy: 'Whoever runs the training',
  minutes: 15,
  sources: [
    "System redesign partnerships, public web page, 2017 (nurses' confidence 31% before and 75% after training in one programme)",
  ],
  reviewMonths: 12,
  aboutPerson: false,
  markdown: `> Our own questions. Give the same form three times: at the door, at the end, and after three months. The third is the one that counts.

## How sure do you feel?

**Training:** {{ask.training|Name and date of the training}} · **This form** (ring one): before / after / three months later

**Your code, so that we can pair your forms without your name:** day of the month you were born, and last letter of your first school:

**Your work** (ring one): nurse / doctor / pharmacist / care coordinator or link worker / reception or office / other

Write a number from **0 (not at all sure)** to **10 (quite sure)**. There are no right answers.

| How sure are you that you could | 0–10 |
| --- | --- |
| 1. open a talk with somebody newly diagnosed | |
| 2. hold a care review from start to end | |
| 3. explain what a treatment summary asks of us | |
| 4. spot effects of treatment that come months or years later | |
| 5. know which symptoms in somebody on treatment cannot wait an hour | |
| 6. ask about money, work, sex and fear without feeling awkward | |
| 7. find the right service for a concern the same day | |
| 8. safety-net an urgent referral so that it cannot be lost | |

**After the training:** one thing that I will do differently:

**After three months:** did you do it? What got in the way?

> From here on for the organiser.

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
