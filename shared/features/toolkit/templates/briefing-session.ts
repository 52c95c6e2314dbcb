import type { Template } from '../template.ts'

export const briefingSession: Template = {
  code: 'briefing-session',
  title: 'Briefing session: slides and notes',
  topic: 'role',
  audience: 'outside',
  purpose:
    'Eight slides and what to say to each, to explain the role to colleagues in 20 minutes and come away with their concerns.',
  usedBy: 'The lead, at a practice, network or protected-learning meeting',
  minutes: 40,
  sources: [
    'Promoting integrated cancer care, professional press article on the first lead clinicians, about 2003',
    'National Cancer Diagnosis Audit 2014, British Journal of General Practice, 2018',
    'Hansard, Commons written answers on primary care cancer leads, 2 September 2003',
  ],
  reviewMonths: 12,
  aboutPerson: false,
  markdown: `> Each heading is one slide and the list under it goes on the slide. *Notes* are for you; leave them out of what you project. Twenty minutes: twelve of talk, eight of theirs. Print the handout, one each.

## 1. One lead, one plan, five jobs

- {{author.name}}, cancer lead, {{practice.name}}
- {{ask.event|Name of the meeting}}, {{ask.event-date|Date of the meeting}}

*Notes:* Say who you are and what you did before. Then: "I have {{ask.hours|Funded hours each week}} a week for this. I cannot do it for you. I can do it with you."

## 2. What we look after

- {{register.people}} people with cancer now or before, {{register.prevalence}} of our list
- Most of them with: {{register.common-groups}}
- New diagnoses in 12 months: {{register.new-12-months}}

*Notes:* "Most people on the register are living with it, not dying of it. Most of their care is in this room." Pause and ask who saw somebody with cancer this morning. Most hands go up.

## 3. The five jobs

1. Lead: a plan, signed, with dates
2. Speak for us in the cancer network
3. Put what we know into service plans
4. Raise standards where care varies without reason
5. Listen to people affected, and act

*Notes:* One sentence each, with an example from here. Number 5 is the one to dwell on.

## 4. The gap

- Half of hospital letters take longer than {{letters.gap-middle}} to reach us
- {{letters.late}} are late today

*Notes:* "Between something happening in hospital and the letter reaching us, nobody is looking." Tell one short story. Change enough that nobody could know who it was, or ask the person first.

## 5. How cancer is found here

- Emergency route: {{measure.emergency-route.value}} ({{measure.emergency-route.range}})
- Stage recorded: {{measure.stage-known.value}}

*Notes:* Show the range before the figure. If the range is wide, say so: "with numbers like ours, this could be chance." A national audit of people diagnosed in 2014 thought there was delay that could have been avoided in about one in five. Ask where ours would be.

## 6. What we have started

- {{ask.started-one|First thing under way}}
- {{ask.started-two|Second thing under way}}
- Next milestone: {{plan.next-milestone}}

*Notes:* Name the people who did the work, not yourself.

## 7. What worries you?

- One note each, one worry on each note
- Two minutes, no talking

*Notes:* Hand out sticky notes, or type into the brainstorm board while they talk. Do not answer. Read five aloud. Thank them.

## 8. What I ask of you

- Tell me when a letter does not come
- Write up the next emergency diagnosis with me
- Offer every new person a support contact within 3 months and a care review within 12
- Ring me: {{ask.contact|How to reach you}}

*Notes:* End on time. Within a week send round the notes, grouped, and the one thing you will do about them.

## After the session

> Not part of the slides. Tick and keep.

- [ ] How many came: {{ask.came|How many came}}
- [ ] Worries typed into the brainstorm board
- [ ] Evaluation forms counted
- [ ] One reply sent to everybody
`,
}
