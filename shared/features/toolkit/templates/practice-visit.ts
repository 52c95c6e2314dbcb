import type { Template } from '../template.ts'

export const practiceVisit: Template = {
  code: 'practice-visit',
  title: 'Practice visit record',
  topic: 'work',
  audience: 'outside',
  purpose:
    'What to send before, ask during and agree after a visit to a practice: an hour that ends with two actions and one thing to tell others.',
  usedBy: 'A lead who works for several practices; the practice gets a copy',
  minutes: 60,
  sources: [
    'Variation and statistical reliability of cancer indicators for general practices, BMJ Quality & Safety, 2018',
    'NHS England, Network Contract DES, early cancer diagnosis, 2025/26 and 2026/27 (check the current year)',
  ],
  reviewMonths: null,
  aboutPerson: false,
  markdown: `> A visit is a conversation, not an inspection. Do not look at any person's record: you are not their clinician. The practice reads its own.

**Practice visited:** {{ask.practice|Practice visited}}\\
**Date and time:** {{ask.visit-date|Date and time}}\\
**Who took part:** {{ask.present|Who took part}}\\
**Visitor:** {{author.name}}, {{author.role}}

## Two weeks before

- [ ] Agree a purpose with the practice in one sentence: {{ask.visit-purpose|Purpose in one sentence}}
- [ ] Send the figures they will be shown, with their ranges, and ask if they look right
- [ ] Ask for one nurse, one clinician, one person from reception or the secretaries
- [ ] Read what was agreed last time

## First ten minutes: their view

- What are you proud of in cancer care here?
- What goes wrong most often?
- What would you change if you could change one thing at the hospital?

Notes: {{ask.their-view|What they said}}

## Twenty minutes: the figures

> Show the number out of the number, then the range. With small counts most differences between practices are chance. Ask "does it feel right?" before "why?".

| What | Figure | Range | Their comment |
| --- | --- | --- | --- |
| Urgent referrals, rate | | | |
| Urgent referrals that found cancer | | | |
| Emergency route | | | |
| Stage recorded | | | |
| Support contact within 3 months | | | |
| Care review within 12 months | | | |
| Screening uptake, with source and year | | | |

## Fifteen minutes: walk one letter

Follow one kind of letter from the door to the clinician. No names.

- [ ] Where does it arrive, and who opens it?
- [ ] Who decides what must be done?
- [ ] How does "GP to do" become somebody's task?
- [ ] What happens on a day when that person is away?
- [ ] How would anybody notice that it never came?

Notes: {{ask.letter-walk|What the walk showed}}

## Ten minutes: safety netting

- [ ] Urgent referrals are listed somewhere that two people look at
- [ ] There is a day by which each must have been seen
- [ ] Missed, rejected and downgraded referrals reach a clinician
- [ ] Tests ordered, not only referrals, are followed to a result
- [ ] The person is told whom to ring

## Last five minutes: agree

| Action | Who | By |
| --- | --- | --- |
| The practice will | | |
| The lead will | | |

One thing other practices should hear of, and may be told: {{ask.share|Something worth sharing, or none}}

## Afterwards

- [ ] Record sent to the practice within a week, corrected by them, and only then kept
- [ ] Actions typed into the plan
- [ ] Next contact: {{ask.next-contact|Date of the next contact}}
`,
}
