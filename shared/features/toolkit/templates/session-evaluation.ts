import type { Template } from '../template.ts'

export const sessionEvaluation: Template = {
  code: 'session-evaluation',
  title: 'Learning session evaluation',
  topic: 'grow',
  audience: 'inside',
  purpose: 'A page for the person who ran a session: what the forms said, what would change, and whether it lasted.',
  usedBy: 'Whoever ran the session',
  minutes: 15,
  sources: [
    'Promoting integrated cancer care, professional press article on group learning among the first leads, about 2003',
  ],
  reviewMonths: null,
  aboutPerson: false,
  markdown: `> Fill in the first half the same day and the rest after three months.

**{{ask.session-title|Title of the session}}**, {{ask.session-date|Date}}. Led by {{author.name}}.

## What happened

- Came: {{ask.came|How many came}} of {{ask.invited|How many were invited}}. Kinds of work: {{ask.kinds|Kinds of work, without names}}
- Forms back: {{ask.forms|Forms back}}
- "Worth my hour", mostly or fully: {{ask.worth|Number out of number}}
- "I know one thing I will do", mostly or fully: {{ask.one-thing|Number out of number}}

## What they said they will do

| Promise, grouped | How many |
| --- | --- |
| | |
| | |

## What gets in the way

{{ask.in-the-way|Three things, and who can move them}}

## What I would change

- Keep: {{ask.keep|What worked}}
- Change: {{ask.change|What did not}}
- Drop: {{ask.drop|What nobody missed}}

## Did it last?

> Three months on, ask two people from each group, and look at one figure. A change of a few people in a small practice can be chance: look at the run of months, not at two points.

Looked at on {{ask.later-on|Date, three months on}}: {{ask.lasted|What people still do}}

Figure: support contact within 3 months {{measure.support-contact.value}} ({{measure.support-contact.range}}); care review within 12 months {{measure.care-review.value}} ({{measure.care-review.range}}).

- [ ] Actions typed into the plan
- [ ] Hours and reflection entered in my own development plan
- [ ] Session plan kept with what I would change
`,
}
