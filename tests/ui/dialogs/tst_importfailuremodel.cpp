#include "dialogs/importfailuremodel.h"

#include <QAbstractItemModelTester>
#include <QtTest>

using namespace Lectern;

class TestImportFailureModel final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rows_sayWhatFailedWhereAndWhy()
    {
        ImportFailureModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setFailures(
            {{QString(),
              {ErrorKind::Unreadable, QStringLiteral("Permission denied."),
               QStringLiteral("/a/b/secret.txt")}},
             {QStringLiteral("12"),
              {ErrorKind::Malformed, QStringLiteral("Not JSON."), QStringLiteral("/a/all.jsonl")}}});
        QCOMPARE(model.rowCount(), 2);
        const QModelIndex first = model.index(0, 0);
        QCOMPARE(first.data().toString(), QStringLiteral("secret.txt"));
        QCOMPARE(first.data(ImportFailureModel::FolderRole).toString(), QStringLiteral("/a/b"));
        QCOMPARE(first.data(ImportFailureModel::KindRole).toString(), QStringLiteral("Unreadable"));
        QCOMPARE(first.data(ImportFailureModel::SentenceRole).toString(),
                 QStringLiteral("Permission denied."));
        const QModelIndex second = model.index(1, 0);
        QCOMPARE(second.data().toString(), QStringLiteral("all.jsonl, part 12"));
        QCOMPARE(second.data(ImportFailureModel::LineRole).toString(),
                 QStringLiteral("/a/all.jsonl#12\tMalformed\tNot JSON."));
        model.setFailures({});
        QCOMPARE(model.rowCount(), 0);
    }

    void everyKind_hasWordsOfItsOwn()
    {
        QSet<QString> words;
        for (int kind = int(ErrorKind::Unreadable); kind <= int(ErrorKind::Cancelled); ++kind) {
            const QString text = ImportFailureModel::kindText(ErrorKind(kind));
            QVERIFY(!text.isEmpty());
            QVERIFY2(!words.contains(text), qPrintable(text));
            words.insert(text);
        }
    }
};

QTEST_GUILESS_MAIN(TestImportFailureModel)
#include "tst_importfailuremodel.moc"
