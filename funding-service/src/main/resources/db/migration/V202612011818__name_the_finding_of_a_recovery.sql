-- SPDX-License-Identifier: EUPL-1.2
-- A recovery may name the finding of its claim's verification because of which it is due.

ALTER TABLE funding.recovery
    ADD finding_question int CHECK (finding_question > 0),
    ADD finding_line     int CHECK (finding_line > 0),
    -- what was found, as the claim said it then
    ADD finding_text     text,
    ADD CHECK (num_nonnulls(finding_question, finding_line) = num_nonnulls(finding_text));

GRANT UPDATE (finding_question, finding_line, finding_text) ON funding.recovery TO ${app};
