import type { Template } from '../template.ts'

export const wellbeingEventInvitation: Template = {
  code: 'wellbeing-event-invitation',
  title: 'Invitation to a wellbeing event',
  topic: 'letters',
  audience: 'person',
  purpose:
    'Invites one person, with somebody they choose, to a health and wellbeing event: what it is, where, how to get there, how to say no.',
  usedBy: 'Care coordinator, nurse or link worker',
  minutes: 3,
  sources: [
    'London Cancer, health and wellbeing events: what they are and who may come, 2018',
    'Accessible Information Standard, NHS England, 2016, revised 2025',
  ],
  reviewMonths: 12,
  aboutPerson: true,
  markdown: `> Check that there are places left. The envelope must not say what the letter is about. Reading age about 10.

{{today}}

{{person.name}}\\
{{person.address}}

Dear {{person.known-as}},

You are asked to a free day for people who have, or have had, cancer. You can bring one person with you.

## What is it?

**{{ask.event|Name of the event}}**

You can meet others, hear short talks and ask questions. There will be people who know about food, rest, moving more, work and money. You do not have to speak. You can leave when you like.

## Where and when?

- **Day and time:** {{ask.event-date|Day, start and end}}
- **Place:** {{ask.venue|Where it is held}}
- **How to get there:** {{ask.travel|Bus, parking and cost, lift, help with travel}}
- **Tea and food:** {{ask.food|What there is to eat and drink}}

There is a quiet room if you need a rest. Tell us if you use a wheelchair, find it hard to hear or see, or need your own language.

## How do I get a place?

Ring {{ask.booking-contact|Name and number for booking}} by {{ask.book-by|Last day to book}}. We give the team your name and what you need, and no more. We do that only if you say yes.

## If it is not for you

That is fine. There are other days, and other ways to get help. Ring us and we will tell you more.

With best wishes,

{{author.name}}\\
{{author.role}}\\
{{practice.name}}
`,
}
