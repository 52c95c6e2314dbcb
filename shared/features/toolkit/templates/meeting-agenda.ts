import type { Template } from '../template.ts'

export const meetingAgenda: Template = {
  code: 'meeting-agenda',
  title: 'Practice meeting agenda',
  topic: 'work',
  audience: 'inside',
  purpose: 'A 45-minute cancer meeting that starts with the people who are waiting and ends with names and days.',
  usedBy: 'The lead or practice manager, each month or quarter',
  minutes: 10,
  sources: ['Cancer network audit report, Greater Midlands, March 2010 (practice meetings as part of learning)'],
  reviewMonths: null,
  aboutPerson: false,
  markdown: `> Send it two days before. People are named in the meeting by their record, on screen, never on this paper.

**{{ask.meeting|Name of the meeting}}**, {{ask.meeting-date|Date and time}}, {{ask.venue|Where it is held}}

**Chair:** {{ask.chair|Chair}} · **Notes:** {{ask.note-taker|Who takes notes}} · **Invited:** {{ask.invited|Who is invited}}

## 1. Last time (5 minutes)

What was promised, and was it done?

{{table.plan-open-actions}}

## 2. Who is waiting today (10 minutes)

| What | How many | What we decide |
| --- | --- | --- |
| Hospital letters late | {{letters.late}} | |
| Support contacts due | {{care.contacts-due}} | |
| Care reviews due | {{care.reviews-due}} | |

- [ ] Urgent referrals with no outcome: each has a named clinician
- [ ] New diagnoses since last time: each has a named person to ring them
- [ ] People with advanced disease: whose wishes are not yet written down?

> On screen, in the register. Ten minutes is enough if the list was read beforehand.

## 3. One learning event (15 minutes)

{{ask.learning-event|Which event, without a name}}

Waiting to be written up: {{learning.suggested}}. Open: {{learning.open}}.

## 4. One figure (5 minutes)

{{ask.figure|Which measure you look at, and why}}

What would make us think it has really changed?

## 5. From outside (5 minutes)

- Hospital: {{ask.from-hospital|News from the hospital, or none}}
- Network: {{ask.from-network|News from the network, or none}}
- People with cancer and carers: {{ask.from-people|What we were told, or none}}

## 6. What we do next (5 minutes)

Read aloud: what, who, by when. Three actions at most.

**Next meeting:** {{ask.next-meeting|Date of the next meeting}}
`,
}
