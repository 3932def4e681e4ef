-- name: purchase
CREATE TABLE purchase (key VARCHAR, source VARCHAR, customer BIGINT, occurred_at TIMESTAMP, occurred_on DATE, recorded_at TIMESTAMP, line BIGINT,
    order_id VARCHAR, line_id VARCHAR, line_kind VARCHAR, product VARCHAR, category VARCHAR, quantity DECIMAL(18, 6), amount DECIMAL(18, 6),
    currency VARCHAR, cost DECIMAL(18, 6), site VARCHAR, channel VARCHAR, batch VARCHAR)

-- name: contract
CREATE TABLE contract (key VARCHAR, source VARCHAR, customer BIGINT, occurred_at TIMESTAMP, occurred_on DATE, recorded_at TIMESTAMP, line BIGINT,
    contract_id VARCHAR, product VARCHAR, started_on DATE, ended_on DATE, noticed_on DATE, amount DECIMAL(18, 6), billing_months INTEGER,
    monthly DECIMAL(28, 10), currency VARCHAR, site VARCHAR, channel VARCHAR, batch VARCHAR)

-- name: contract_event
CREATE TABLE contract_event (key VARCHAR, source VARCHAR, customer BIGINT, occurred_at TIMESTAMP, occurred_on DATE, recorded_at TIMESTAMP, line BIGINT,
    contract_id VARCHAR, event_kind VARCHAR, from_on DATE, until_on DATE, amount DECIMAL(18, 6), monthly DECIMAL(28, 10), currency VARCHAR,
    site VARCHAR, batch VARCHAR)

-- name: ticket
CREATE TABLE ticket (key VARCHAR, source VARCHAR, customer BIGINT, occurred_at TIMESTAMP, occurred_on DATE, recorded_at TIMESTAMP, line BIGINT,
    ticket_id VARCHAR, ticket_kind VARCHAR, stage VARCHAR, contact VARCHAR, issue VARCHAR, opened_on DATE, closed_on DATE, owner VARCHAR,
    site VARCHAR, batch VARCHAR)

-- name: feedback
CREATE TABLE feedback (key VARCHAR, source VARCHAR, customer BIGINT, occurred_at TIMESTAMP, occurred_on DATE, recorded_at TIMESTAMP, line BIGINT,
    feedback_id VARCHAR, stage VARCHAR, contact VARCHAR, survey VARCHAR, score DECIMAL(18, 6), scale_min DECIMAL(18, 6),
    scale_max DECIMAL(18, 6), weight DECIMAL(18, 6), theme VARCHAR, has_text BOOLEAN, site VARCHAR, batch VARCHAR)

-- name: operation
CREATE TABLE operation (key VARCHAR, source VARCHAR, customer BIGINT, occurred_at TIMESTAMP, occurred_on DATE, recorded_at TIMESTAMP, line BIGINT,
    contact VARCHAR, contact_kind VARCHAR, stage VARCHAR, owner VARCHAR, measure VARCHAR, unit VARCHAR, direction VARCHAR,
    standard DECIMAL(18, 6), strict BOOLEAN, min_n INTEGER, run_length INTEGER, value DECIMAL(18, 6), n INTEGER, promised_at TIMESTAMP,
    actual_at TIMESTAMP, promised_on DATE, actual_on DATE, site VARCHAR, batch VARCHAR)

-- name: departure
CREATE TABLE departure (key VARCHAR, source VARCHAR, customer BIGINT, occurred_at TIMESTAMP, occurred_on DATE, recorded_at TIMESTAMP, line BIGINT,
    left_on DATE, noticed_on DATE, reason VARCHAR, site VARCHAR, batch VARCHAR)

-- name: referral
CREATE TABLE referral (key VARCHAR, source VARCHAR, customer BIGINT, occurred_at TIMESTAMP, occurred_on DATE, recorded_at TIMESTAMP, line BIGINT,
    referred BIGINT, outcome VARCHAR, site VARCHAR, reason VARCHAR, channel VARCHAR, batch VARCHAR)

-- name: cost
CREATE TABLE cost (key VARCHAR, source VARCHAR, customer BIGINT, occurred_at TIMESTAMP, occurred_on DATE, recorded_at TIMESTAMP, line BIGINT,
    cost_kind VARCHAR, activity VARCHAR, amount DECIMAL(18, 6), currency VARCHAR, site VARCHAR, batch VARCHAR)

-- name: investment
CREATE TABLE investment (key VARCHAR, source VARCHAR, customer BIGINT, occurred_at TIMESTAMP, occurred_on DATE, recorded_at TIMESTAMP, line BIGINT,
    activity VARCHAR, amount DECIMAL(18, 6), currency VARCHAR, site VARCHAR, channel VARCHAR, batch VARCHAR)

-- name: touch
CREATE TABLE touch (key VARCHAR, source VARCHAR, customer BIGINT, occurred_at TIMESTAMP, occurred_on DATE, recorded_at TIMESTAMP, line BIGINT,
    touch_kind VARCHAR, personal BOOLEAN, anticipated BOOLEAN, relevant BOOLEAN, made_by VARCHAR, site VARCHAR, batch VARCHAR)

-- name: customer
CREATE TABLE customer (customer BIGINT, segment VARCHAR, site VARCHAR, channel VARCHAR, first_on DATE)

-- name: calendar
CREATE TABLE calendar (grain VARCHAR, period VARCHAR, starts_on DATE, ends_on DATE, complete BOOLEAN, ordinal INTEGER, previous VARCHAR,
    last_year VARCHAR)

-- name: spell
CREATE TABLE spell (customer BIGINT, spell INTEGER, started_on DATE, ended_on DATE)

-- name: buying_move
CREATE TABLE buying_move (customer BIGINT, moved_on DATE, first_on DATE, last_before DATE, x_before BIGINT, spend_before DECIMAL(38, 6),
    last_on DATE, x BIGINT, spend DECIMAL(38, 6), sold DECIMAL(38, 6), kept DECIMAL(38, 6), day_sold DECIMAL(38, 6),
    day_kept DECIMAL(38, 6))

-- name: customer_period
CREATE TABLE customer_period (grain VARCHAR, period VARCHAR, starts_on DATE, customer BIGINT, segment VARCHAR, site VARCHAR, channel VARCHAR,
    state VARCHAR, opening INTEGER, gained INTEGER, regained INTEGER, lost INTEGER, closing INTEGER, gained_inside INTEGER,
    regained_inside INTEGER, lost_inside INTEGER, orders BIGINT, revenue DECIMAL(38, 10), cost_of_sales DECIMAL(38, 10),
    cost_to_serve DECIMAL(38, 10), cost_to_communicate DECIMAL(38, 10), contribution DECIMAL(38, 10), prior_revenue DECIMAL(38, 10),
    recurring DECIMAL(38, 10), value DECIMAL(38, 10), prior_value DECIMAL(38, 10), definitions VARCHAR)

-- name: unknown_period
CREATE TABLE unknown_period (grain VARCHAR, period VARCHAR, site VARCHAR, lines BIGINT, revenue DECIMAL(38, 10), cost_of_sales DECIMAL(38, 10))

-- name: company_cost
CREATE TABLE company_cost (grain VARCHAR, period VARCHAR, site VARCHAR, cost_kind VARCHAR, amount DECIMAL(38, 10))

-- name: cost_entry
CREATE TABLE cost_entry (customer BIGINT, occurred_on DATE, site VARCHAR, cost_kind VARCHAR, activity VARCHAR, entry VARCHAR, events BIGINT,
    minutes DECIMAL(38, 6), amount DECIMAL(38, 10))

-- name: conversion
CREATE TABLE conversion (kind VARCHAR, key VARCHAR, source VARCHAR, batch VARCHAR, line BIGINT, customer BIGINT, occurred_on DATE,
    currency VARCHAR, original DECIMAL(18, 6), rate DECIMAL(20, 12), rate_on DATE, amount DECIMAL(18, 6))
