import type { Template } from '../template.ts'

export const firstHundredDays: Template = {
  code: 'first-hundred-days',
  title: 'First 100 days',
  topic: 'role',
  audience: 'inside',
  purpose:
    'A week-by-week list for a new lead: whom to meet, what to count, what to start, and what to leave alone for now.',
  usedBy: 'A new cancer lead, with the practice manager',
  minutes: 30,
  sources: [
    'Promoting integrated cancer care, professional press article on the first lead clinicians, about 2003',
    'NICE guideline NG12, Suspected cancer: recognition and referral, June 2015 and later updates',
    'NHS England, Data Security and Protection Toolkit, 2025/26',
  ],
  reviewMonths: null,
  aboutPerson: false,
  markdown: `> Made for somebody with a few hours a week. If a week goes by without a tick, move the dates. Do not skip the listening.

Lead: {{author.name}}. Started on {{ask.start-date|First day in the role}}. Day 100 is {{ask.day-hundred|Date of day 100}}.

## Days 1 to 14: know where you stand

- [ ] Agree hours, funder and who you answer to. Use *The five objectives explained*
- [ ] Get your own access: register, clinical system searches, shared mailbox
- [ ] Meet the data protection lead before you look at any list. Agree who may see the register and why
- [ ] Ask for the last handover note, plan, report and audit. Write down what does not exist
- [ ] Read the open actions you inherit ({{plan.actions-open}} today, {{plan.actions-late}} late)
- [ ] Put a standing hour in the diary each week and protect it

## Days 15 to 30: listen

> Ask three things of everybody: what goes wrong, what is good and must not be lost, and what should happen first. Do not promise anything yet.

| Whom | Why | Seen on | What they said |
| --- | --- | --- | --- |
| Two people who have had cancer, and a carer | They see the gaps between us | | |
| Reception and secretaries | They know which letters never come | | |
| Practice and community nurses | They hear what is not said to doctors | | |
| A nurse specialist in each of the two busiest teams | One good link is worth ten emails | | |
| The hospital's MDT office | Who sends which letter, and when | | |
| Screening, pharmacy and palliative care | They meet our people too | | |
| Network or alliance primary care lead | What is asked of us this year | | |

- [ ] Start *People to know* and check each number by ringing it
- [ ] Book a one-hour brainstorm with the team for week 5

## Days 31 to 60: count

- [ ] Bring the register in from the clinical system and check it against *Register set-up protocol*
- [ ] Write the *Local situation profile*. Today it would start like this:

On {{register.as-at}} the register holds {{register.people}} people, {{register.prevalence}} of a list of {{practice.list-size}}. New diagnoses in the last 12 months: {{register.new-12-months}}. The emergency route: {{measure.emergency-route.value}} ({{measure.emergency-route.range}}). {{letters.late}} hospital letters are late. {{care.reviews-due}} care reviews and {{care.contacts-due}} support contacts are due.

- [ ] Hold the brainstorm. Twenty short notes beat one long list
- [ ] Group the notes into themes and vote
- [ ] Go through *Where to step in early* and mark two or three things worth starting now
- [ ] Write up one recent emergency diagnosis with the team (diagnoses of all kinds to write up today: {{learning.suggested}})

## Days 61 to 100: begin

- [ ] Draft the three-year plan: at most eight actions in year one, each with an owner and a measure
- [ ] Freeze the baseline, and have the plan signed
- [ ] Finish one small thing that people will notice, for example {{ask.quick-win|One small thing people will notice}}
- [ ] Hold the first briefing session with colleagues
- [ ] Send the first report to the network with its cover letter
- [ ] Write your own development plan and find one peer to ring
- [ ] Start the *Succession handover* while it is fresh

## Leave alone until later

- Buying anything.
- Changing a referral pathway before you have met the people who run it.
- Publishing a chart of practices by name. Small numbers move by chance.
- Anything that needs more hours than you have.

## Day 100: what I would tell a friend

> Three sentences. Show them to the person you answer to.

{{ask.day-hundred-note|What you learned in 100 days}}
`,
}
