import type { Template } from '../template.ts'

export const businessCase: Template = {
  code: 'business-case',
  title: 'Business case for continued funding',
  topic: 'grow',
  audience: 'outside',
  purpose: 'Two pages for whoever pays: what the sessions bought, what it cost, what would stop, and three choices.',
  usedBy: 'The lead with the manager, four months before the money ends',
  minutes: 60,
  sources: [
    'HM Treasury, The Green Book, 2022 and later updates (choices, including doing nothing)',
    'National Cancer Plan for England, 4 February 2026',
    'Evaluation of Improving the Cancer Journey, Glasgow, BMC Cancer, 2020',
    'Integrating person-centred care for people living with cancer, local government press article on Glasgow, about 2018',
    'System redesign partnerships, public web page, 2017',
  ],
  reviewMonths: null,
  aboutPerson: false,
  markdown: `> The reader has five minutes and three other papers. First box first. Claim only what you can show: "before we did this, and after" is not "because we did this".

## What we ask

**{{ask.the-ask|Hours a week, for how long, and the sum}}** from {{ask.funder|Who pays}}, to be decided by {{ask.decide-by|Date}}.

**Why now:** the present money ends on {{ask.ends-on|Date the money ends}}. A gap would mean: {{ask.gap-cost|What a gap of three months would cost or stop}}.

## Why it matters

We look after {{register.people}} people with cancer now or before ({{register.prevalence}} of {{practice.list-size}}). New diagnoses in the last 12 months: {{register.new-12-months}}. People with cancer pass between us and {{ask.hospitals|Hospitals}} many times. Somebody must see to it that nothing falls between.

## What the money bought

{{plan.title}}, {{plan.year-now}}: {{plan.actions-done}} actions done, {{plan.actions-open}} open, {{plan.actions-late}} late.

{{table.plan-objectives}}

{{table.measures-key}}

> Beside each figure write whether the run of months shows a real change, no change, or too few to tell. Keep the ones that did not move: they are why you are believed.

What changed for people, in three lines:

1. {{ask.change-one|First change, with its figure before and now}}
2. {{ask.change-two|Second change, with its figure before and now}}
3. {{ask.change-three|Something a person affected by cancer said}}

What did not work, and what we learnt: {{ask.did-not-work|What did not work}}

## What it costs

| | A year | Of which staff |
| --- | --- | --- |
| Lead sessions | | |
| Care coordinator | | |
| Training and events | | |
| Equipment and printing | | |
| **Total** | | |

Cost for each new diagnosis: total divided by {{register.new-12-months}}.

What it saves or frees, with how we know: {{ask.saves|Time, duplicated clinics, calls, admissions; only what was counted}}

> Others have counted: 39% fewer duplicated reviews between two specialties in one region, and £13.5 million in benefits claimed by people in one city. Theirs, not ours. Use as "it has been done", never as a forecast.

## Three choices

| | What happens | Cost | For people with cancer | Risk |
| --- | --- | --- | --- | --- |
| **A. Stop** | Register not kept, letters not chased, no voice in the network | None in this budget | | |
| **B. Go on as now** | | | | |
| **C. A little more** | | | | |

We recommend **{{ask.choice|A, B or C}}** because {{ask.because|One sentence}}.

## What could go wrong

{{table.plan-risks}}

## What you will get, and when

{{table.plan-milestones}}

A page each quarter. If by {{ask.stop-date|Date}} {{ask.stop-sign|What would show that it does not work}}, we will say so and propose to stop.

## Fair to whom?

> Who gains least from this today? By area, language, age, disability. One sentence on what will be done about it. Your organisation may ask for an equality assessment.

{{ask.fairness|Who gains least, and what will be done}}

## How it fits

{{ask.fits|Local plan, network priorities, national plan: name the page}}

{{author.name}}, {{author.role}}. Figures of {{register.as-at}}, from our own register, small counts hidden. Supported by {{ask.supported-by|Who supports it, including people affected}}.
`,
}
