import type { Template } from '../template.ts'

export const surveyStaff: Template = {
  code: 'survey-staff',
  title: 'Survey: staff confidence before and after training',
  topic: 'people',
  audience: 'inside',
  purpose:
    'A one-page form of eight questions of our own, asked before, after and three months later, and paired without names.',
  usedBy: 'Whoever runs the training',
  minutes: 5,
  sources: [
    "System redesign partnerships, public web page, 2017 (nurses' confidence 31% before and 75% after training in one programme)",
  ],
  reviewMonths: 12,
  aboutPerson: false,
  markdown: `> Our own questions. Give the same form three times: at the door, at the end, and after three months. The third is the one that counts. The codes pair the forms; keep no list of who has which.

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
`,
}
