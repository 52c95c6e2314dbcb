import type { Template } from '../template.ts'

export const careReviewClinic: Template = {
  code: 'care-review-clinic',
  title: 'Care review clinic: how to set it up',
  topic: 'work',
  audience: 'inside',
  purpose:
    'Everything needed to start care reviews: who is asked, who sees them, what is talked about, what is written down and what follows.',
  usedBy: 'A practice nurse, pharmacist or GP, with the care coordinator',
  minutes: 40,
  sources: [
    'NICE indicators IND222 and IND223, cancer care reviews (check the menu for the current version)',
    'National Cancer Plan for England, 4 February 2026',
    'Equality Act 2010, schedule 1, paragraph 6 (cancer is a disability from diagnosis)',
    'NHS Business Services Authority, medical exemption certificates, for cancer since April 2009 (England)',
  ],
  reviewMonths: 12,
  aboutPerson: false,
  markdown: `## What we offer

| | Support contact | Care review |
| --- | --- | --- |
| When | Within 3 months of diagnosis | Within 12 months of diagnosis, best after treatment has settled |
| How long | 10 to 15 minutes | 30 minutes, once |
| How | Telephone, or as the person likes | Face to face if the person likes; carer welcome |
| For what | "We know, we are here, this is whom to ring" | A whole conversation that ends in a plan |
| Done in 12 months | {{measure.support-contact.value}} | {{measure.care-review.value}} |
| Due today | {{care.contacts-due}} | {{care.reviews-due}} |

Care reviews done in the last 12 months: {{care.reviews-done-12-months}}. A new primary, a recurrence or spread is a new beginning: offer both again.

> England: these follow the NICE indicators and are not paid under QOF since 1 April 2025. Some areas have a local scheme. Scotland, Wales and Northern Ireland: check locally.

## How many slots

> About 55 people in 10,000 are newly diagnosed each year, so one or two reviews a week. Use your own figure.

New diagnoses in 12 months: {{register.new-12-months}}. Slots each month: {{ask.slots|Review slots each month}}. Room and day: {{ask.room-day|Room and day}}.

## Who does it

- **Reviewer:** {{ask.reviewer|Who holds the reviews}}, trained in {{ask.training|Which training, when}}
- **Steps in when away:** {{ask.deputy|Who steps in}}
- **Clinical backing on the day:** {{ask.backing|GP to turn to on the day}}
- **Invites and books:** {{ask.coordinator|Who invites and books}}

## Before

- [ ] Each Monday: open Care reviews, take those due in the next six weeks
- [ ] Leave out anyone for whom a letter would come at the wrong moment: ask the usual clinician if in doubt
- [ ] Invite as the person prefers. If there is no answer, once more after at least a week
- [ ] A no is an answer. Write it down and say how to change it
- [ ] Ask the hospital for the treatment summary if it has not come
- [ ] Book an interpreter; use large print or easy read where the record says so

## The conversation

Begin with "what matters most to you today?" and follow that. These are reminders for the reviewer, not questions to read out, and nobody needs all of them.

- [ ] What the person understands of the illness and treatment, and what they want to know
- [ ] What is in the treatment summary, and what is still missing
- [ ] Effects of treatment now, and those that may come later
- [ ] What to look out for, and whom to ring
- [ ] Medicines; free prescriptions (in England a certificate is needed, elsewhere in the UK nobody pays)
- [ ] Mood, sleep, fear of it coming back; loneliness
- [ ] Partner, children, work, money, housing, travel. Work: the law protects people from the day of diagnosis
- [ ] Sex, fertility and how the body looks, if the person wishes
- [ ] Moving, eating, smoking, alcohol: one small step, if the person wishes
- [ ] Screening and vaccines that are still due
- [ ] The carer: known, asked, offered a check of their own
- [ ] What the person would want if things got worse: only when they are ready

## Same-day concerns

- Fever or suddenly unwell during or soon after treatment: ring {{ask.acute-line|Hospital's 24-hour line}} at once
- New or worse back pain, weak or numb legs, or trouble with bladder or bowel: think of the spinal cord, same-day assessment, {{ask.cord-route|Local route for suspected cord compression}}
- Thoughts of ending their life: not left alone; {{ask.crisis-route|Local crisis route}}

## After

- [ ] Record the review with its template, so that it counts and others can see it
- [ ] Each thing to do is a task with a name and a day
- [ ] The person gets a copy of their plan in their own words
- [ ] Tell the nurse specialist what they need to know
- [ ] Set the next date, or say that there is none

## Is it working?

After three months: how many asked, came, said no, did not answer? Who does not come: by age, by area, by language? Ask ten people what was useful. Looked at on {{ask.look-again|Date of the first look back}}.
`,
}
