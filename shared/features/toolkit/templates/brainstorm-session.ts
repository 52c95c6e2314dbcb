import type { Template } from '../template.ts'

export const brainstormSession: Template = {
  code: 'brainstorm-session',
  title: 'Brainstorm: how to hold it',
  topic: 'picture',
  audience: 'inside',
  purpose:
    'An hour with the team and people affected that ends with twenty notes, five themes and a vote: the first step of the plan.',
  usedBy: 'The lead, with somebody to type',
  minutes: 20,
  sources: ['Promoting integrated cancer care, professional press article on the first lead clinicians, about 2003'],
  reviewMonths: null,
  aboutPerson: false,
  markdown: `> Open the brainstorm board of the plan on the big screen, or use sticky notes and type them in later. Eight to fifteen people is best.

**{{ask.session-date|Date, start and end}}**, {{ask.venue|Where it is held}}. Led by {{author.name}}. Typing: {{ask.typist|Who types the notes}}.

## Who is there

- [ ] Reception or a secretary
- [ ] A practice nurse and a community nurse
- [ ] A GP who is not the lead
- [ ] A pharmacist
- [ ] Palliative care
- [ ] Somebody from the hospital: nurse specialist or MDT office
- [ ] Two people affected by cancer, asked early, with travel and time paid: {{ask.partners|Who, by first name and with their say-so}}

## The question

**What goes wrong for people with cancer here, and what must not be lost?**

> Send the question and the one-page handout a week before. Send nothing else.

## The hour

| Minutes | What | How |
| --- | --- | --- |
| 0–5 | Why we are here | Three figures, no more (below) |
| 5–15 | Write alone | One worry on each note, in silence |
| 15–30 | Read out and group | No defending, no solving. Ask only "what happens then?" |
| 30–40 | Name the groups | A theme is a sentence: "letters come after the person does" |
| 40–50 | Vote | Five dots each. People affected vote first |
| 50–60 | What next | Who wants to work on which. When they will hear |

## Three figures to begin with

1. New diagnoses in 12 months: {{register.new-12-months}}
2. Middle wait for a hospital letter: {{letters.gap-middle}}, {{letters.late}} late today
3. By the emergency route: {{measure.emergency-route.value}} ({{measure.emergency-route.range}})

## House rules

- No patient is named or described so that somebody could know them.
- A worry about one colleague goes to the lead in private.
- Who said what is noted only if they like it to be.
- Something that is unsafe today does not wait for the plan: {{ask.safety-lead|Whom to tell today}}.

## What came out

| Theme, as a sentence | Votes | Who wants to work on it |
| --- | --- | --- |
| | | |
| | | |
| | | |
| | | |
| | | |

Surprised us: {{ask.surprise|What nobody expected}}

## Within a week

- [ ] Notes and themes sent to everybody who came
- [ ] For each theme: what do we know, what could we count, whom do we ask?
- [ ] First draft of the plan by {{ask.draft-by|Date}}
- [ ] People affected thanked, and told what happens to what they said
`,
}
