// SPDX-License-Identifier: MIT
// What the tracker knows, as plain values. Nothing here is decided: decisions are derived (rules/ledger.hpp).
// The model in words. A client is a company that is served under one or more contracts. A contract says from
// when to when, for what fee and on which terms; amendments change the terms from a period on. Schedule lines
// say what must happen each month, by whom and when; each line makes one obligation for each period that the
// contract covers. What then happens is recorded as facts about obligations (fulfilment, extension, waiver)
// and about money (payment, credit, one-off charge), or as a manual suspension. Bank lines are what the bank
// said, whatever became of them.
//
// Each fact says when it was recorded; the day it speaks of is its own field. Those are the two clocks of
// every question.
#pragma once

#include "tracker/facts/amendment.hpp"
#include "tracker/facts/charge.hpp"
#include "tracker/facts/client.hpp"
#include "tracker/facts/contract.hpp"
#include "tracker/facts/credit.hpp"
#include "tracker/facts/duty.hpp"
#include "tracker/facts/duty_kind.hpp"
#include "tracker/facts/duty_set.hpp"
#include "tracker/facts/extension.hpp"
#include "tracker/facts/fulfilment.hpp"
#include "tracker/facts/holiday.hpp"
#include "tracker/facts/manual_suspension.hpp"
#include "tracker/facts/payment.hpp"
#include "tracker/facts/schedule_line.hpp"
#include "tracker/facts/setting.hpp"
#include "tracker/facts/waiver.hpp"
