# swift-sla-testing
# Copyright 2026 the swift-sla-testing project authors
# SPDX-License-Identifier: Apache-2.0
"""Writes python.hlog, and python.json with what it holds, by the PyPI package hdrhistogram 0.10.8.

    pip install hdrhistogram==0.10.8 && python3 write_fixtures.py

The JSON lists for each entry its tag, start and length in milliseconds, and for each count above
zero the lowest and the highest value that it stands for, and the count.
"""
import json
import os
import random

from hdrh.histogram import HdrHistogram
from hdrh.log import HistogramLogWriter

START = 1764000000.125


def histogram(values, lowest=1, highest=2**42 - 1, digits=3):
    result = HdrHistogram(lowest, highest, digits)
    for value, count in values:
        assert result.record_value(value, count), value
    return result


def entries():
    generator = random.Random(1)
    latencies = [(int(generator.lognormvariate(15, 1)), 1) for _ in range(5000)]
    yield "GET%20/health.ok", 0.0, 1.5, histogram(latencies)
    yield "few", 1.5, 0.25, histogram([(0, 1), (1, 2), (2047, 3), (2048, 4), (1000000, 5)])
    yield "empty", 1.75, 0.125, histogram([])
    yield "largeCounts", 2.0, 1.0, histogram([(10, 2**40 + 1), (5000, 2**55 + 3), (10**9, 2**61)])
    powers = [(2**k + d, k + 1) for k in range(63) for d in (-1, 0) if 2**k + d >= 0]
    yield "fullRange", 3.0, 1.0, histogram(powers + [(2**63 - 1, 7)], highest=2**63 - 1)
    yield "twoDigits", 4.0, 1.0, histogram(latencies[:500], digits=2)
    yield "fourDigits", 5.0, 1.0, histogram(latencies[:500], digits=4)
    yield "microseconds", 6.0, 1.0, histogram(latencies[:500], lowest=1000)
    yield None, 7.0, 1.0, histogram([(123456789, 1)])


def main():
    folder = os.path.dirname(os.path.abspath(__file__))
    expected = []
    with open(os.path.join(folder, "python.hlog"), "w", encoding="utf-8", newline="\n") as file:
        writer = HistogramLogWriter(file)
        writer.output_comment("[Logged by write_fixtures.py]")
        writer.output_log_format_version()
        # The package's own output_start_time fails: it calls datetime.iso_format.
        file.write("#[StartTime: %f (seconds since epoch), in 2025]\n" % START)
        writer.output_base_time(START * 1000)
        writer.output_legend()
        for tag, start, length, content in entries():
            if tag is not None:
                file.write("Tag=%s," % tag)
            if start == 0:
                # The package takes 0 for "not given".
                content.set_start_time_stamp(0)
            writer.output_interval_histogram(content, start, start + length)
            ranges = []
            for index in range(content.counts_len):
                count = content.get_count_at_index(index)
                if count:
                    lowest = content.get_value_from_index(index)
                    ranges.append([lowest, content.get_highest_equivalent_value(lowest), count])
            expected.append(
                {
                    "tag": tag,
                    "start": int(start * 1000),
                    "length": int(length * 1000),
                    "ranges": ranges,
                }
            )
    with open(os.path.join(folder, "python.json"), "w", encoding="utf-8", newline="\n") as file:
        rows = [json.dumps(entry, separators=(",", ":")) for entry in expected]
        file.write("[\n" + ",\n".join(rows) + "\n]\n")


if __name__ == "__main__":
    main()
