import pytest


@pytest.fixture
def test(script):
    return script("test")


@pytest.fixture
def report(test):
    return test.Report()


def counts(report):
    return report.last_line().split(" in ")[0]


def test_the_last_line_adds_up_all_runs(report):
    report.add("...\n10 passed, 2 skipped in 1.00s\n")
    report.add("...\n1 failed, 9 passed, 1 error in 2.00s\n")

    assert counts(report) == "===== 1 failed, 19 passed, 2 skipped, 1 error"


def test_a_failed_check_is_counted_and_told_again(report, capsys):
    report.add("10 passed in 1.00s\n")

    report.fail("the check of lint")

    assert counts(report) == "===== 1 failed, 10 passed"
    assert report.failures == ["the check of lint"]


def test_what_pytest_prints_before_its_last_line_is_not_counted(report):
    report.add("99 failed, said the page\n3 passed in 1.00s\n")

    assert counts(report) == "===== 3 passed"


@pytest.mark.parametrize(("in_ci", "failures"), [(False, 0), (True, 1)])
def test_what_is_missing_fails_only_in_ci(test, report, monkeypatch, capsys, in_ci, failures):
    monkeypatch.setattr(test, "IN_CI", in_ci)

    test.missing(report, "No Chromium is here.")

    assert len(report.failures) == failures
    assert "***** No Chromium is here. *****" in capsys.readouterr().out
