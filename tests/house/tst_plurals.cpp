#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QSet>
#include <QTest>
#include <QXmlStreamReader>

/// Every sentence with a number in it has its plural forms where the program looks for them.
class TestPlurals : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sentence_hasItsForms_data();
    void sentence_hasItsForms();

private:
    QSet<QString> m_forms; ///< "context|sentence"
};

namespace {

const QString root = QStringLiteral(LECTERN_SOURCE_DIR);

QSet<QString> writtenForms()
{
    QSet<QString> forms;
    QFile file(root + QStringLiteral("/resources/translations/lectern_en.ts"));
    if (!file.open(QIODevice::ReadOnly))
        return forms;
    QXmlStreamReader xml(&file);
    QString context;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == QLatin1String("name"))
            context = xml.readElementText();
        else if (xml.name() == QLatin1String("source"))
            forms.insert(context + u'|' + xml.readElementText());
    }
    return forms;
}

} // namespace

void TestPlurals::sentence_hasItsForms_data()
{
    QTest::addColumn<QString>("form");
    m_forms = writtenForms();
    static const QRegularExpression sentence(QStringLiteral(R"re(\btr\(\s*((?:"(?:[^"\\]|\\.)*"\s*)+))re"));
    static const QRegularExpression function(QStringLiteral(R"re(^[^\s/{}#].*?\b(\w+)::~?\w+\()re"),
                                             QRegularExpression::MultilineOption);
    static const QRegularExpression seam(QStringLiteral(R"re("\s*")re"));
    QDirIterator files(root + QStringLiteral("/ui"), {QStringLiteral("*.cpp")}, QDir::Files,
                       QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QString text = QString::fromUtf8(file.readAll());
        for (auto match = sentence.globalMatch(text); match.hasNext();) {
            const QRegularExpressionMatch found = match.next();
            const QString words = found.captured(1).trimmed().replace(seam, QString()).chopped(1).sliced(1);
            if (!words.contains(QLatin1String("%n")))
                continue;
            QString context;
            for (auto each = function.globalMatch(text.first(found.capturedStart())); each.hasNext();)
                context = QStringLiteral("Lectern::") + each.next().captured(1);
            const QString form = context + u'|' + words;
            QTest::newRow(qPrintable(form)) << form;
        }
    }
}

void TestPlurals::sentence_hasItsForms()
{
    QFETCH(QString, form);
    QVERIFY2(m_forms.contains(form), "resources/translations/lectern_en.ts has no plural forms of it");
}

QTEST_GUILESS_MAIN(TestPlurals)
#include "tst_plurals.moc"
