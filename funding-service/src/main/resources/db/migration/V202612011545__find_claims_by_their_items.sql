-- SPDX-License-Identifier: EUPL-1.2
-- Which claims name an item: one that shares the accounts of another is an item of its own.
CREATE INDEX claim_line_by_item ON funding.claim_line (item);
