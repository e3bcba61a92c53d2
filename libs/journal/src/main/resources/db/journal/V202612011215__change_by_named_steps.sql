-- SPDX-License-Identifier: EUPL-1.2
-- For tables of records whose steps each say something of their own. Arguments name it: 'SUBMIT submitted_on' is a step with the columns that it
-- writes. What a record says besides changes only with the step CHANGE, as long as it is a draft or came back.
CREATE FUNCTION journal.only_by_its_steps() RETURNS trigger LANGUAGE plpgsql AS
$$DECLARE
    changed text[] := ARRAY(SELECT said.key FROM jsonb_each(to_jsonb(NEW)) said
                            WHERE said.key <> 'version' AND said.value IS DISTINCT FROM to_jsonb(OLD) -> said.key);
    allowed text[] := '{}';
    step    text[];
BEGIN
    IF OLD.status IN ('DRAFT', 'RETURNED') AND journal.stepped_now(NEW.id, '{CHANGE}') THEN
        RETURN NEW;
    END IF;
    IF journal.stepped_now(NEW.id, NULL) THEN
        allowed := '{status}';
    END IF;
    FOR n IN 0 .. TG_NARGS - 1 LOOP
        step := string_to_array(TG_ARGV[n], ' ');
        IF journal.stepped_now(NEW.id, step[1:1]) THEN
            allowed := allowed || step[2:];
        END IF;
    END LOOP;
    IF NOT changed <@ allowed THEN
        RAISE EXCEPTION '% of % changes only by a step', TG_TABLE_NAME, OLD.id USING ERRCODE = '42501';
    END IF;
    RETURN NEW;
END$$;

-- For rows of a record that any of its steps may change: the first argument is the column of the record, the others are steps.
CREATE FUNCTION journal.only_with_steps_of_its_record() RETURNS trigger LANGUAGE plpgsql AS
$$BEGIN
    IF NOT journal.stepped_now((to_jsonb(coalesce(NEW, OLD)) ->> TG_ARGV[0])::uuid, TG_ARGV[1:]) THEN
        RAISE EXCEPTION '% changes only with a step of its record', TG_TABLE_NAME USING ERRCODE = '42501';
    END IF;
    RETURN coalesce(NEW, OLD);
END$$;
