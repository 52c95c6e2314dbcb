import type { Template } from '../template.ts'

export const hospitalLettersAsk: Template = {
  code: 'hospital-letters-ask',
  title: 'Letter to the hospital: late letters',
  topic: 'letters',
  audience: 'outside',
  purpose:
    'Asks a hospital to mend how its letters reach practices, with counts only, one clear ask and an offer of help.',
  usedBy: 'The lead, after a letter audit',
  minutes: 15,
  sources: [
    'NHS Standard Contract, service conditions on discharge summaries and clinic letters (check the current year; England)',
    'National Cancer Plan for England, 4 February 2026 (end-of-treatment summary for all)',
  ],
  reviewMonths: null,
  aboutPerson: false,
  markdown: `> Counts only. Never send a list of people with this letter. Ring whoever will get it first: nobody should learn of a complaint by post. Name a clinic that does it well.

{{today}}

To {{ask.addressee|Name, post}}, {{ask.hospital|Hospital or trust}}

Copy: {{ask.copy|Network, medical director, other}}

**Letters about people with cancer: one thing we ask you to change**

Dear {{ask.dear|How you address them}},

When one of our people is seen, treated or sent home, there is a time in which we look after them without knowing what happened. We measure it. We would like to make it shorter with you.

## What we see

Of {{letters.came-12-months}} hospital letters that came in the last 12 months, half took longer than {{letters.gap-middle}} from the day of the event. {{measure.letters-in-time.value}} came in time ({{measure.letters-in-time.range}}). {{letters.late}} are late today. Treatment summaries came in time for {{measure.treatment-summary.value}}.

{{table.letters-by-kind}}

These are our figures, for all hospitals that our people use. "In time" means {{ask.in-time|What counts as in time, and by whose rule}}. We may have missed letters that went astray here: {{ask.own-half|What you checked on your own side}}.

## What it means for people

{{ask.meaning|One effect on care, without a person in it}}

## What works

{{ask.works|Which clinic or team does it well, and how}}

## What we ask

1. **{{ask.the-ask|The one change you ask for}}**, by {{ask.by|Date}}
2. A named person for letters that do not come: {{ask.wish-contact|Whom you would like it to be}}
3. A reply to say yes, no, or what would make it possible, by {{ask.reply-by|Date}}

## What we offer

- We check our own half: address book, mailbox, who opens what
- One list of what a practice needs to know, to put into your letter template
- The same figures again in three months, so that we both see whether it moved
- Half an hour with your secretaries and specialist nurses, at a time that suits them

If something on our side makes it harder, please tell us. {{ask.contact|How to reach you}}

Yours sincerely,

{{author.name}}, {{author.role}}\\
{{practice.name}}
`,
}
