import type { Template } from '../template.ts'

export const localSituationProfile: Template = {
  code: 'local-situation-profile',
  title: 'Local situation profile',
  topic: 'picture',
  audience: 'outside',
  purpose:
    'Who you look after, how cancer is found, where letters get lost and what worries people, with figures that keep themselves up to date.',
  usedBy: 'The lead; read by the board, the network and new colleagues',
  minutes: 25,
  sources: [
    'The practice cancer register, by the rules shown beside each figure',
    'OHID, Fingertips: Cancer Services Profiles (check the year you quote)',
    'NHS Long Term Plan, January 2019: three in four diagnosed at stage 1 or 2 by 2028',
    'National Cancer Plan for England, 4 February 2026',
  ],
  reviewMonths: 6,
  aboutPerson: false,
  markdown: `> The figures fill themselves. Your work is the sentences after them: what you think it means, and what you do not know. Issue it twice a year and the next issue shows what changed.

## Who we look after

We look after {{practice.list-size}} people (list of {{practice.list-size-on}}). {{register.people}} of them have or have had cancer, which is {{register.prevalence}} of the list. The most common on the register: {{register.common-groups}}. New diagnoses in the last 12 months: {{register.new-12-months}}.

{{table.register-by-group}}

What is particular about our people: {{ask.population|Age, deprivation, languages, work, travel to hospital}}

## How cancer is found here

| Of our diagnoses | Share | Likely range |
| --- | --- | --- |
| By the emergency route, where the route is known | {{measure.emergency-route.value}} | {{measure.emergency-route.range}} |
| Found by an urgent referral | {{measure.detection.value}} | {{measure.detection.range}} |
| With the stage known | {{measure.stage-known.value}} | {{measure.stage-known.range}} |
| At stage 1 or 2, where the stage is known | {{measure.early-stage.value}} | {{measure.early-stage.range}} |

> Take the early stage out while the stage is known for too few (we suggest seven in ten): the people whose stage is missing are not like the others. The emergency route is what our letters say; the official figure is the registry's.

What we make of it: {{ask.found-note|What the figures on finding cancer mean to you}}

## Letters and gaps

A hospital letter now takes {{letters.gap-middle}} to reach us, half-way figure. In 12 months {{letters.came-12-months}} came. {{letters.late}} are late today. Each one is a person we cannot fully care for until it comes.

{{table.letters-by-kind}}

## Care after diagnosis

| What people should be offered | Done | Likely range | Aim |
| --- | --- | --- | --- |
| Support contact within 3 months | {{measure.support-contact.value}} | {{measure.support-contact.range}} | {{measure.support-contact.target}} |
| Care review within 12 months | {{measure.care-review.value}} | {{measure.care-review.range}} | {{measure.care-review.target}} |
| Needs assessment offered | {{measure.needs-assessment-offered.value}} | {{measure.needs-assessment-offered.range}} | {{measure.needs-assessment-offered.target}} |
| Nurse specialist known to us | {{measure.nurse-specialist.value}} | {{measure.nurse-specialist.range}} | {{measure.nurse-specialist.target}} |
| Treatment summary in time | {{measure.treatment-summary.value}} | {{measure.treatment-summary.range}} | {{measure.treatment-summary.target}} |

> In England these are good practice (NICE IND222 and IND223) and have not been paid under QOF since 1 April 2025. Wales, Scotland and Northern Ireland: check locally.

## At the end of life

{{register.deaths-12-months}} people on the register died in the last 12 months. Where the place was recorded ({{measure.death-place-known.value}}), {{measure.died-at-home.value}} died at home.

## What worries us

> From your brainstorm and from people with cancer, in their words. Five at most.

1. {{ask.worry-one|First worry}}
2. {{ask.worry-two|Second worry}}
3. {{ask.worry-three|Third worry}}

## What we have learnt

We have talked through {{learning.discussed-12-months}} learning events in 12 months. {{learning.open}} are still open.

{{table.learning-themes}}

## People to know

> Work numbers only. Take this table out if the profile goes on a public page.

{{table.contacts-hospital}}

## What we will do first

{{table.plan-milestones}}

## What we do not know

> The most honest part of the profile. Screening uptake, waiting-time standards and survival are not ours to count: quote the national source with its date.

- {{ask.unknown-one|Something nobody here knows yet}}
- {{ask.unknown-two|Something else nobody here knows yet}}
`,
}
