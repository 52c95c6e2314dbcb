import type { Template } from '../template.ts'

export const careReviewInvitation: Template = {
  code: 'care-review-invitation',
  title: 'Invitation to a care review',
  topic: 'letters',
  audience: 'person',
  purpose:
    'Invites one person to a care review in words that do not frighten, and says what it is for and how to say no.',
  usedBy: 'Care coordinator or nurse',
  minutes: 3,
  sources: [
    'NICE indicator IND223, cancer care review within 12 months (check the menu for the current version)',
    'Accessible Information Standard, NHS England, 2016, revised 2025',
  ],
  reviewMonths: 12,
  aboutPerson: true,
  markdown: `> Check first: is this a bad moment? Has the person moved, gone into hospital, said no, or are they waiting for a result? Reading age about 10.

{{today}}

{{person.name}}\\
{{person.address}}

Dear {{person.known-as}},

We would like to see how you are. It is some months since you were told about your cancer. We offer a talk like this to everyone. **It does not mean that anything new is wrong.**

## What is it?

It is a talk of half an hour with {{ask.reviewer|Who holds the review}}. You can ask what you like. You can bring a friend or someone from your family. You can have it here, on the phone, or {{ask.other-way|Another way, such as at home}}.

## What will we talk about?

You choose. Some people talk about:

- how they feel and sleep
- pills and what they do
- work, money and getting about
- what to look out for, and who to ring
- the people at home

At the end you will have a short plan to keep.

## When?

We have kept a time for you: **{{ask.appointment|Day, time and place}}**.

If that does not suit you, ring {{ask.booking-contact|Name and number for booking}}. We will find a new time.

## If you do not want to come

That is fine. Please tell us, so that we do not write again. You can change your mind at any time, and we will still look after you in the same way.

If you need help with steps, sound, sight or your own language, tell us when you ring.

**If you feel unwell now, do not wait for this talk.** Ring us, or when we are closed ring {{ask.out-of-hours|Who to ring when the practice is closed}}.

With best wishes,

{{author.name}}\\
{{author.role}}\\
{{practice.name}}
`,
}
