// SPDX-License-Identifier: MIT
// What the firm's bank said: the lines of its statements and the days that they speak for, and what people
// made of them.
#pragma once

#include "tracker/facts/bank_file.hpp"
#include "tracker/facts/bank_record.hpp"
#include "tracker/facts/dismissal.hpp"
#include "tracker/facts/own_account.hpp"
#include "tracker/facts/payer.hpp"
#include "tracker/facts/sighting.hpp"
#include "tracker/facts/statement.hpp"
