import type { Template } from '../template.ts'

export const needsAssessmentSetUp: Template = {
  code: 'needs-assessment-set-up',
  title: 'Holistic needs assessment: how to set it up',
  topic: 'work',
  audience: 'inside',
  purpose:
    'How each person is offered a look at everything that weighs on them, and how it becomes a plan whose promises are kept.',
  usedBy: 'Nurses, link workers and care coordinators; the lead',
  minutes: 40,
  sources: [
    'Evaluation of Improving the Cancer Journey, Glasgow, BMC Cancer, 2020',
    'Integrating person-centred care for people living with cancer, local government press article on Glasgow, about 2018',
    'National Cancer Plan for England, 4 February 2026 (personalised cancer plan for all)',
    'National Disease Registration Service, Cancer Outcomes and Services Dataset (check the current version for the points of the pathway at which an assessment is counted)',
    'Accessible Information Standard, NHS England, 2016, revised 2025',
  ],
  reviewMonths: 12,
  aboutPerson: false,
  markdown: `## What it is

A person looks at their own concerns, says which weigh most, talks them over for about 20 minutes, and leaves with a plan that they own. Everybody newly diagnosed is offered it. Nobody has to.

Today: offered {{measure.needs-assessment-offered.value}}, done {{measure.needs-assessment-done.value}}, of the newly diagnosed.

## Six areas

1. **Physical:** symptoms, eating, sleeping, moving
2. **Practical:** money, work, housing, travel, caring for others
3. **Family and relationships:** partner, children, friends, carer
4. **Emotional:** worry, anger, sadness, loneliness
5. **Spiritual or religious:** faith, meaning, being at odds with what others believe
6. **Lifestyle and information:** activity, food, what lies ahead, wills and legal matters

> Use the tool that your hospital or area is licensed for, in its own wording. Do not copy one. The list in this app is our own and may be changed.

## When it is offered

- [ ] Around diagnosis
- [ ] When treatment starts, changes or ends
- [ ] If the cancer comes back or spreads
- [ ] When care turns to comfort
- [ ] Whenever the person asks

**Who offers first:** {{ask.first-offer|Hospital nurse, practice or link worker}}. **We ask before we repeat it.** If the hospital did one in the last three months, start from that.

## How it runs

| Step | Who | Within |
| --- | --- | --- |
| Offer, by voice first and then in writing | Care coordinator | 4 weeks of diagnosis reaching us |
| Person fills it in: paper, screen or aloud | The person, with help if wanted | About 10 minutes |
| Conversation, starting with the highest concern | Nurse or link worker | 2 weeks |
| Plan: concern, what would help, who, by when | Together | Same day |
| Referral to services | Link worker | 2 working days |
| Did it happen? | Care coordinator | 4 weeks |
| Score the concern again | Nurse or link worker | 8 to 12 weeks |

In this practice the conversation is held by {{ask.conversation|Who holds the conversation}}.

## Scores

- Each concern from 1 (a little) to 10 (could not be worse), by the person.
- From {{ask.cut-off|Score from which you act the same week}} on, somebody acts within the week. A usual starting point is 4 for distress; agree your own.
- A score is a way to begin. It does not decide who deserves help.
- Many people have no concerns that day. That is a result; write it down.

## Same-day concerns

Pain that is out of control, thoughts of suicide, abuse or neglect, nowhere to sleep, no food, a child at risk: {{ask.same-day|Whom to turn to the same day}}.

## Where people can be helped

> One named place for each. Glasgow's service referred on to more than 220 organisations; ten good ones are a start.

{{table.contacts-charity}}

Not found yet: {{ask.no-service|Concerns for which there is no service here}}

## Who sees what

- The plan belongs to the person. They get the copy.
- Shared with the practice, the nurse specialist and the named services, as the person agreed. Write down what they agreed to.
- A concern told in confidence is not passed on without asking, unless somebody is in danger.

## Before you start

- [ ] Two people trained: {{ask.trained|Who, when}}
- [ ] A quiet room with no desk in between
- [ ] Paper, screen, large print, easy read, interpreter
- [ ] Agreed with the hospital who offers when
- [ ] First five done together and talked over

## What we look at after six months

Offered, done, people with at least one plan, promises kept, concerns scored twice and how they changed, and how many came from the poorest areas. In Glasgow, where everybody newly diagnosed was contacted, 77% did.
`,
}
