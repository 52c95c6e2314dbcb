import type { Template } from '../template.ts'

export const sessionFeedback: Template = {
  code: 'session-feedback',
  title: 'Learning session: feedback form',
  topic: 'grow',
  audience: 'inside',
  purpose: 'Half a page for those who came: was it worth the hour, and what will you do on Monday?',
  usedBy: 'Whoever ran the session',
  minutes: 5,
  sources: [
    'Promoting integrated cancer care, professional press article on group learning among the first leads, about 2003',
  ],
  reviewMonths: null,
  aboutPerson: false,
  markdown: `> Print one each, or read it aloud and let people hold up fingers. Two minutes, at the end of the hour, before anybody stands up.

## Was it worth it?

**{{ask.session-title|Title of the session}}**, {{ask.session-date|Date}}. Led by {{author.name}}. No names, please. Your answers are counted with everybody's and change the next session.

| | Not at all | A little | Mostly | Fully |
| --- | --- | --- | --- | --- |
| It was worth my hour | | | | |
| It was about work as it is here | | | | |
| I could say what I thought | | | | |
| I know one thing that I will do | | | | |

1. What I will do differently on Monday:
2. What would make that easier:
3. What I still want to know:
4. What to leave out next time:
`,
}
