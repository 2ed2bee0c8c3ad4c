#include "import/frame.h"
#include "import/workercodec.h"

#include <QTest>

#include <array>

#include <unistd.h>

using namespace Lectern;
using namespace Qt::StringLiterals;

class TestFrame : public QObject
{
    Q_OBJECT

private slots:
    void frames_arriveWhateverThePieces()
    {
        const QByteArray first(1000, 'a');
        const QByteArray wire =
            frameHeader(FrameKind::Article, first.size()) + first + frameHeader(FrameKind::Outcome, 0);
        for (const qsizetype piece : {1, 7, 12, 500, 5000}) {
            FrameReader reader;
            std::vector<Frame> frames;
            for (qsizetype at = 0; at < wire.size(); at += piece) {
                reader.add(wire.mid(at, piece));
                while (std::optional<Frame> frame = reader.next())
                    frames.push_back(*frame);
            }
            QCOMPARE(frames.size(), 2u);
            QCOMPARE(frames[0].kind, FrameKind::Article);
            QCOMPARE(frames[0].payload, first);
            QCOMPARE(frames[1].kind, FrameKind::Outcome);
            QVERIFY(!reader.isBroken());
        }
    }

    void garbage_isBroken_data()
    {
        QTest::addColumn<QByteArray>("wire");
        QTest::newRow("words") << QByteArray("hello, this is not a frame");
        QTest::newRow("unknown kind") << QByteArray("LCT\x09\0\0\0\0\0\0\0\0", 12);
        QTest::newRow("kind zero") << QByteArray("LCT\0\0\0\0\0\0\0\0\0", 12);
        QTest::newRow("larger than anything") << QByteArray("LCT\x03\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF", 12);
        QTest::newRow("a byte too large") << frameHeader(FrameKind::Article, maxFrameBytes + 1);
    }

    void garbage_isBroken()
    {
        QFETCH(QByteArray, wire);
        FrameReader reader;
        reader.add(wire);
        QVERIFY(!reader.next());
        QVERIFY(reader.isBroken());
    }

    void pipe_carriesFrames()
    {
        std::array<int, 2> ends{};
        QCOMPARE(::pipe(ends.data()), 0);
        QVERIFY(writeFrame(ends[1], FrameKind::Job, "payload"));
        const std::optional<Frame> frame = readFrame(ends[0], 100);
        QVERIFY(frame);
        QCOMPARE(frame->payload, QByteArray("payload"));
        QVERIFY(writeFrame(ends[1], FrameKind::Job, "payload"));
        QVERIFY(!readFrame(ends[0], 3));
        ::close(ends[1]);
        ::close(ends[0]);
    }

    void job_survivesTheWay()
    {
        ImportJob job;
        job.file = {u"/texts/ü.txt"_s, {}, QByteArray(64, 'a'), 123456789};
        job.options.format = u"html"_s;
        job.options.baseUrl = u"https://example.org/"_s;
        job.options.limits = ImportLimits::named(u"strict");
        const Result<ImportJob> read = decodeJob(encodeJob(job));
        QVERIFY(read.ok());
        QCOMPARE(read->file.path, job.file.path);
        QCOMPARE(read->file.sha256, job.file.sha256);
        QCOMPARE(read->file.modifiedMs, job.file.modifiedMs);
        QCOMPARE(read->options.format, job.options.format);
        QCOMPARE(read->options.baseUrl, job.options.baseUrl);
        QCOMPARE(read->options.limits.textUnits, job.options.limits.textUnits);
        QCOMPARE(read->options.limits.cpuSeconds, job.options.limits.cpuSeconds);
        QCOMPARE(read->options.limits.addressSpace, job.options.limits.addressSpace);
    }

    void ending_survivesTheWay()
    {
        const ImportEnding ending{{{u"7"_s, {ErrorKind::Malformed, u"Line 7 is not JSON."_s, u"ignored"_s}}},
                                  u"landlock, rlimits"_s};
        const Result<ImportEnding> read = decodeEnding(encodeEnding(ending), u"/a"_s);
        QVERIFY(read.ok());
        QCOMPARE(read->walls, ending.walls);
        QCOMPARE(read->failures.size(), 1u);
        QCOMPARE(read->failures[0].part, u"7"_s);
        QCOMPARE(read->failures[0].error.kind, ErrorKind::Malformed);
        QCOMPARE(read->failures[0].error.message, u"Line 7 is not JSON."_s);
        QCOMPARE(read->failures[0].error.path, u"/a"_s);
    }

    void hostileEnding_isRefusedOrTamed()
    {
        QVERIFY(!decodeEnding("", u"/a"_s).ok());
        QVERIFY(!decodeEnding("\xFF\xFF", u"/a"_s).ok());
        QVERIFY(!decodeEnding(QByteArray("\xA0", 1), u"/a"_s).ok());
        const ImportEnding ending{
            {{u"a\nb"_s, {ErrorKind::Empty, u"\x1B[31m\u202E"_s + QString(5000, u'x'), {}}}}, {}};
        const Result<ImportEnding> read = decodeEnding(encodeEnding(ending), u"/a"_s);
        QVERIFY(read.ok());
        QCOMPARE(read->failures[0].part, u"a b"_s);
        QCOMPARE(read->failures[0].error.message.size(), 2000);
        QVERIFY(read->failures[0].error.message.startsWith(u" [31m x"));
    }
};

QTEST_GUILESS_MAIN(TestFrame)
#include "tst_frame.moc"
