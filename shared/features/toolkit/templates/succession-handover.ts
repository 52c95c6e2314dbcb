import type { Template } from '../template.ts'

export const successionHandover: Template = {
  code: 'succession-handover',
  title: 'Succession handover',
  topic: 'grow',
  audience: 'inside',
  purpose: "Everything the next lead needs, kept from the first month, so that nothing rests on one person's memory.",
  usedBy: 'The lead who leaves or goes on leave; the lead who comes',
  minutes: 50,
  sources: [
    'NHS England, Records Management Code of Practice, August 2021, updated August 2023',
    'NHS England, Data Security and Protection Toolkit, 2025/26 (access of people who leave)',
  ],
  reviewMonths: 6,
  aboutPerson: false,
  markdown: `> No names of patients. No passphrases: those are handed over in person, by the procedure, never in a document. Read it aloud with the next lead if you can.

From {{author.name}} to {{ask.next-lead|Name of the next lead, or not known yet}}. Last day: {{ask.last-day|Your last day}}. Both in post together: {{ask.overlap|Dates, or none}}.

## In one minute

1. The thing that must not drop: {{ask.must-not-drop|What must not drop}}
2. The thing nearly done: {{ask.nearly-done|What is nearly done}}
3. The thing I would stop: {{ask.would-stop|What you would stop}}

## The plan

{{plan.title}}, signed {{plan.signed-on}} by {{plan.signed-by}}. Now: {{plan.year-now}}. Open {{plan.actions-open}}, late {{plan.actions-late}}, done {{plan.actions-done}}. Funded hours left: {{plan.owner-hours-left}}.

{{table.plan-open-actions}}

{{table.plan-milestones}}

{{table.plan-risks}}

## The year

| When | What | Who wants it |
| --- | --- | --- |
| Each week | Letters to chase, reviews due | Practice |
| Each month | Import, meeting | Practice |
| Each quarter | Network report, plan review | Network, board |
| By 30 June (England) | Data security toolkit | Information governance lead |
| Once a year | Register protocol, contacts, scorecard, roll-forward | Lead |

> Other dates here: add the board's, the network's, the funder's.

## The register

{{register.people}} people on {{register.as-at}}. Letters late {{letters.late}}; contacts due {{care.contacts-due}}; reviews due {{care.reviews-due}}; learning events open {{learning.open}}.

- The search it comes from: {{ask.search|Name of the search and where it is}}
- What is odd about our data: {{ask.odd|What a newcomer would misread}}
- Backups lie at {{ask.backup-place|Where backups are}}; restore last tested {{ask.restore-tested|Date}}
- Recovery sheet held by {{ask.recovery-holder|Who holds the recovery sheet}}

## People

{{table.contacts}}

Said only here: who answers a call, who likes an email first, what each cares about. Be fair: people may ask to see what is written about them.

{{ask.people-notes|What to know about working with them}}

## Promises open

| To whom | What | By |
| --- | --- | --- |
| | | |
| | | |

## What I tried

| What | Happened | Would I again? |
| --- | --- | --- |
| | | |
| | | |

## Leaving properly

- [ ] Next lead has an account of their own; mine is closed on my last day
- [ ] Recovery procedure walked through with both of us
- [ ] Open actions have a new owner each, agreed by them
- [ ] Hospital, network and charities told who is next, with a date
- [ ] Shared mailbox, groups and calendars passed on
- [ ] Nothing about patients left on my own devices or in my mailbox
- [ ] A coffee with the next lead after their first month

Signed: {{author.name}}, {{today}}
`,
}
