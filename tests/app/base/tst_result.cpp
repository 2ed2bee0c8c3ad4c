#include "base/jsonlines.h"
#include "base/result.h"
#include "base/textrange.h"

#include <QtTest>

#include <memory>

using namespace Lectern;

class ResultTest : public QObject
{
    Q_OBJECT

private slots:
    void result_holdsAValue();
    void result_holdsAnError();
    void result_ofNothing();
    void result_movesItsValueOut();
    void errorKinds_namesRoundTrip();
    void errorKindNamed_unknown_isMalformed();
    void error_toString_namesThePath();
    void textRange_containsAndIntersects();
    void jsonLines_writeOneObjectALine();
    void jsonLines_toAFullStream_fail();
    void stringOrNull_missingIsNull();
};

void ResultTest::result_holdsAValue()
{
    const Result<QString> result = QStringLiteral("value");
    QVERIFY(result.ok());
    QVERIFY(bool(result));
    QCOMPARE(*result, QStringLiteral("value"));
    QCOMPARE(result->size(), 5);
}

void ResultTest::result_holdsAnError()
{
    const Result<QString> result =
        Error{ErrorKind::Limit, QStringLiteral("Too large."), QStringLiteral("/a")};
    QVERIFY(!result.ok());
    QCOMPARE(result.error().kind, ErrorKind::Limit);
    QCOMPARE(result.error().path, QStringLiteral("/a"));
    // An Error can be a value, too.
    const Result<int> other = result.error();
    QVERIFY(!other);
}

void ResultTest::result_ofNothing()
{
    const Result<void> fine;
    QVERIFY(fine.ok());
    const Result<void> failed = Error{ErrorKind::Disk, QStringLiteral("Full."), {}};
    QVERIFY(!failed);
    QCOMPARE(failed.error().message, QStringLiteral("Full."));
}

void ResultTest::result_movesItsValueOut()
{
    Result<std::unique_ptr<int>> result = std::make_unique<int>(7);
    const std::unique_ptr<int> taken = std::move(result).value();
    QCOMPARE(*taken, 7);
}

void ResultTest::errorKinds_namesRoundTrip()
{
    QStringList names;
    for (int i = 0; i <= int(ErrorKind::Cancelled); ++i) {
        QCOMPARE(errorKindNamed(name(ErrorKind(i))), ErrorKind(i));
        names << name(ErrorKind(i));
    }
    QCOMPARE(names.removeDuplicates(), 0);
}

void ResultTest::errorKindNamed_unknown_isMalformed()
{
    QCOMPARE(errorKindNamed(u"nonsense"), ErrorKind::Malformed);
    QCOMPARE(errorKindNamed(u""), ErrorKind::Malformed);
}

void ResultTest::error_toString_namesThePath()
{
    QCOMPARE((Error{ErrorKind::Empty, QStringLiteral("No words."), QStringLiteral("/a.txt")}).toString(),
             QStringLiteral("/a.txt: No words."));
    QCOMPARE((Error{ErrorKind::Empty, QStringLiteral("No words."), {}}).toString(),
             QStringLiteral("No words."));
}

void ResultTest::textRange_containsAndIntersects()
{
    constexpr TextRange range{2, 5};
    QVERIFY(range.contains(2) && range.contains(4) && !range.contains(5) && !range.contains(1));
    QVERIFY(range.contains(TextRange{2, 5}) && range.contains(TextRange{3, 3}) &&
            !range.contains(TextRange{4, 6}));
    QVERIFY(range.intersects(TextRange{4, 9}) && !range.intersects(TextRange{5, 9}) &&
            !range.intersects(TextRange{0, 2}));
    QCOMPARE(range.intersected({4, 9}), (TextRange{4, 5}));
    QVERIFY(range.intersected({7, 9}).isEmpty());
    QCOMPARE(range.shifted(-2), (TextRange{0, 3}));
    QCOMPARE(range.length(), 3);
    QVERIFY((TextRange{1, 9}) < range);
}

void ResultTest::jsonLines_writeOneObjectALine()
{
    std::FILE *stream = std::tmpfile();
    QVERIFY(stream);
    JsonLines lines(stream);
    QVERIFY(lines.write({{QStringLiteral("a"), QStringLiteral("ü\n\u2028")}}));
    QVERIFY(lines.write({{QStringLiteral("b"), 2}}));
    std::rewind(stream);
    char buffer[200] = {};
    const size_t length = std::fread(buffer, 1, sizeof buffer, stream);
    std::fclose(stream);
    QCOMPARE(QByteArray(buffer, qsizetype(length)), QByteArray("{\"a\":\"ü\\n\u2028\"}\n{\"b\":2}\n"));
}

void ResultTest::jsonLines_toAFullStream_fail()
{
    std::FILE *stream = std::fopen("/dev/full", "w");
    if (!stream)
        QSKIP("There is no /dev/full here.");
    std::setvbuf(stream, nullptr, _IONBF, 0);
    QVERIFY(!JsonLines(stream).write({}));
    std::fclose(stream);
}

void ResultTest::stringOrNull_missingIsNull()
{
    QVERIFY(stringOrNull({}).isNull());
    QCOMPARE(stringOrNull(QStringLiteral("a")).toString(), QStringLiteral("a"));
}

QTEST_GUILESS_MAIN(ResultTest)
#include "tst_result.moc"
