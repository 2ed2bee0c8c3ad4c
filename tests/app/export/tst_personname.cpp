#include "export/personname.h"

#include <QTest>

using namespace Lectern;

class TestPersonName : public QObject
{
    Q_OBJECT

private slots:
    void read_takesApartOnlyWhatIsSure_data();
    void read_takesApartOnlyWhatIsSure();
};

void TestPersonName::read_takesApartOnlyWhatIsSure_data()
{
    QTest::addColumn<QString>("byline");
    QTest::addColumn<QString>("inverted");
    QTest::addColumn<QString>("initials");
    const auto row = [](const char *byline, const char *inverted, const char *initials) {
        QTest::addRow("%s", byline) << QString::fromUtf8(byline) << QString::fromUtf8(inverted)
                                    << QString::fromUtf8(initials);
    };
    const auto stays = [&row](const char *byline) { row(byline, byline, byline); };
    row("Ada Lund", "Lund, Ada", "Lund, A.");
    row("Ada B. Lund", "Lund, Ada B.", "Lund, A. B.");
    row("J. R. R. Tolkien", "Tolkien, J. R. R.", "Tolkien, J. R. R.");
    row("Jean-Paul Sartre", "Sartre, Jean-Paul", "Sartre, J.-P.");
    row("Vincent van der Berg", "van der Berg, Vincent", "van der Berg, V.");
    row("Ursula von der Leyen", "von der Leyen, Ursula", "von der Leyen, U.");
    row("Sammy Davis Jr.", "Davis, Sammy, Jr.", "Davis, S., Jr.");
    row("Conor O’Brien", "O’Brien, Conor", "O’Brien, C.");
    row("Émile Zola", "Zola, Émile", "Zola, É.");
    row("  Ada   Lund ", "Lund, Ada", "Lund, A.");
    stays("Gabriel García Márquez");
    stays("Mary Ann Smith");
    stays("Associated Press");
    stays("Agence France-Presse");
    stays("Reuters Staff");
    stays("The Editors");
    stays("AFP");
    stays("BBC News");
    stays("Our Correspondent");
    stays("North Shore Courier");
    stays("Madonna");
    stays("bell hooks");
    stays("ADA LUND");
    stays("Lund, Ada");
    stays("Studio 54");
    stays("王小波");
    stays("نجيب محفوظ");
    stays("Лев Толстой");
    stays("Ada Lund and Bo Ek");
    stays("");
}

void TestPersonName::read_takesApartOnlyWhatIsSure()
{
    QFETCH(QString, byline);
    QFETCH(QString, inverted);
    QFETCH(QString, initials);
    const PersonName name = PersonName::read(byline);
    QCOMPARE(name.inverted(), inverted);
    QCOMPARE(name.withInitials(), initials);
    QCOMPARE(name.whole, byline.simplified());
    QCOMPARE(name.isPerson(), inverted != byline);
}

QTEST_GUILESS_MAIN(TestPersonName)
#include "tst_personname.moc"
