import type { Template } from '../template.ts'

export const sessionPlan: Template = {
  code: 'session-plan',
  title: 'Learning session plan',
  topic: 'grow',
  audience: 'inside',
  purpose:
    'Plans one learning session so that people do something different on Monday: aim, story, practice and one promise each.',
  usedBy: 'Anybody who teaches colleagues',
  minutes: 25,
  sources: [
    'Promoting integrated cancer care, professional press article on group learning among the first leads, about 2003',
  ],
  reviewMonths: null,
  aboutPerson: false,
  markdown: `> If you cannot finish the first sentence, do not book the room.

**After this session people will be able to** {{ask.able-to|One thing they will be able to do}}.

- **Title:** {{ask.session-title|Title of the session}}
- **When and where:** {{ask.session-date|Date, start and end}}, {{ask.venue|Where it is held}}
- **Who for, how many:** {{ask.audience|Who it is for, and how many}}
- **Led by:** {{author.name}} with {{ask.with|Who else leads, such as somebody affected by cancer}}
- **Objective of the plan it serves:** {{ask.objective|One of the five}}

## Why now

> One figure from here, with its range, and one thing that somebody with cancer said.

- Figure: {{ask.figure|Figure, range and date}}
- In their words: {{ask.words|What somebody said, with leave and nobody in it}}

Themes of our learning events:

{{table.learning-themes}}

## The hour

| Minutes | What | How | Who |
| --- | --- | --- | --- |
| 0–5 | What do you do now? | Show of hands, or the confidence form | |
| 5–15 | A story: one journey, told twice, as it was and as it could have been | Changed so that nobody can be known | |
| 15–25 | What we know: three facts, no more | Slides, one page | |
| 25–45 | Try it | Pairs: one asks, one is asked, then change | |
| 45–55 | What gets in the way here? | One note each, grouped on the board | |
| 55–60 | One promise each, written down | To yourself; a copy to the lead if you wish | |

## Before

- [ ] Somebody affected by cancer has helped to plan it; fee and travel settled
- [ ] Room, screen, sound loop, step-free way in
- [ ] Cover for reception and calls
- [ ] Confidence form printed (*Survey: staff confidence before and after training*)
- [ ] Story checked by a colleague: could anybody guess who it is?
- [ ] Somebody free to listen if it comes close to home for anyone present

## Three facts to leave with

1. {{ask.fact-one|First fact and its source}}
2. {{ask.fact-two|Second fact and its source}}
3. {{ask.fact-three|Third fact and its source}}

## Afterwards

- [ ] Feedback forms counted in *Learning session evaluation*
- [ ] Notes grouped and typed into the brainstorm board
- [ ] Certificate or note of hours sent
- [ ] Second form in the diary for {{ask.later-on|Date, three months on}}
`,
}
