import type { Template } from '../template.ts'

export const earlyDiagnosisPlan: Template = {
  code: 'early-diagnosis-plan',
  title: 'Early diagnosis plan for the year',
  topic: 'work',
  audience: 'outside',
  purpose:
    'One plan for a primary care network or cluster: referral practice, screening, safety netting and three cancers, each with a milestone.',
  usedBy: "The network's cancer lead, agreed with the alliance or health board",
  minutes: 60,
  sources: [
    'NHS England, Network Contract DES, early cancer diagnosis, 2025/26 and 2026/27 (check the current year)',
    'NICE guideline NG12, Suspected cancer: recognition and referral, June 2015 and later updates',
    'NICE diagnostics guidance DG56, Quantitative faecal immunochemical testing, August 2023',
    'OHID, Fingertips: Cancer Services Profiles (check the year you quote)',
  ],
  reviewMonths: 12,
  aboutPerson: false,
  markdown: `> The headings follow the contract in England as it stood in 2025/26 and 2026/27. Check the current specification before you promise anything. Scotland, Wales and Northern Ireland: keep the headings that fit and name your own programme.

**Network:** {{ask.pcn|Primary care network or cluster}} · **Year:** {{ask.year|Year of the plan}} · **Lead:** {{author.name}}

**Agreed with:** {{ask.agreed-with|Alliance or board, name and date}}

## Where we start

| What | Here | Likely range | Network or country, source and year |
| --- | --- | --- | --- |
| Urgent referrals, rate | {{measure.urgent-referrals.value}} | {{measure.urgent-referrals.range}} | |
| Urgent referrals that found cancer | {{measure.conversion.value}} | {{measure.conversion.range}} | |
| Cancers found by an urgent referral | {{measure.detection.value}} | {{measure.detection.range}} | |
| Emergency route | {{measure.emergency-route.value}} | {{measure.emergency-route.range}} | |
| Stage recorded | {{measure.stage-known.value}} | {{measure.stage-known.range}} | |
| Bowel, breast, cervical uptake | | | |

> "Here" is this practice's register. For the whole network use the combined report, and write the others' figures in with their source. A range that covers the comparison means that it may be chance.

## 1. Referral practice

- [ ] Every practice uses one referral guideline, built into its templates
- [ ] Each practice looks back at its new diagnoses once a year: route, number of visits, what could have been sooner
- [ ] Bowel symptom test done and its result sent with the referral, as the local pathway asks
- [ ] Non-specific symptoms pathway known and used
- [ ] Skin: pictures with the referral, where teledermatology runs

Milestone: {{ask.referral-milestone|What, by when, who}}

## 2. Screening

- [ ] Bowel, breast and cervical: who does not come, by practice, area and language
- [ ] A call, text or letter from the practice to people who did not answer
- [ ] Reasonable adjustments for learning disability and severe mental illness
- [ ] Lung screening or health checks, where they run: lists shared lawfully and on time

Milestone: {{ask.screening-milestone|What, by when, who}}

## 3. Safety netting

- [ ] Electronic tracking in every practice, with a named tracker
- [ ] Outcome known within 62 days (here {{measure.safety-net-outcome.value}})
- [ ] One peer review of safety netting in the year

Milestone: {{ask.safety-milestone|What, by when, who}}

## 4. Three cancers

| Cancer | Why, with a figure | What we will do | Who | By |
| --- | --- | --- | --- | --- |
| Bowel | | | | |
| Lung | | | | |
| Our own choice: see below | | | | |

Our own choice is {{ask.own-cancer|Which cancer, and why here}}.

## 5. Who is left out

Which people come late here, and what will be done with them, not for them: {{ask.left-out|Which people, what, with whom}}

## 6. Learning together

| Meeting | What we bring | Date |
| --- | --- | --- |
| First peer review | One emergency diagnosis from each practice | |
| Second peer review | One thing that changed, with its figure | |

## What we ask of others

{{table.plan-asks}}

## Looked at

Each quarter: which milestone was met, which was not, and what we do about it. Next: {{ask.next-review|Date}}.
`,
}
