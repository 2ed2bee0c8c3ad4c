#include "style/tokens.h"

#include <QtTest>

#include <cmath>

using namespace Lectern;

namespace {

double channel(double value)
{
    return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}

/// Relative luminance as WCAG 2.1 defines it.
double luminance(const QColor &colour)
{
    return 0.2126 * channel(colour.redF()) + 0.7152 * channel(colour.greenF()) +
           0.0722 * channel(colour.blueF());
}

double contrast(const QColor &a, const QColor &b)
{
    const double first = luminance(a);
    const double second = luminance(b);
    return (qMax(first, second) + 0.05) / (qMin(first, second) + 0.05);
}

constexpr double text = 4.5; ///< WCAG AA for words
constexpr double sign = 3.0; ///< WCAG AA for signs, lines and edges that mean something

struct Pair
{
    const char *name;
    QColor Tokens::*ink;
    QColor Tokens::*ground;
    double least;
};

const Pair pairs[] = {
    {"ink on chrome", &Tokens::ink, &Tokens::chrome, text},
    {"ink on list", &Tokens::ink, &Tokens::list, text},
    {"ink on paper", &Tokens::ink, &Tokens::paper, text},
    {"ink on card", &Tokens::ink, &Tokens::card, text},
    {"ink on tint", &Tokens::ink, &Tokens::tint, text},
    {"ink on hover", &Tokens::ink, &Tokens::hover, text},
    {"ink on selection", &Tokens::ink, &Tokens::selection, text},
    {"ink on raised", &Tokens::ink, &Tokens::raised, text},
    {"ink on note marker", &Tokens::ink, &Tokens::noteMarker, text},
    {"ink2 on chrome", &Tokens::ink2, &Tokens::chrome, text},
    {"ink2 on list", &Tokens::ink2, &Tokens::list, text},
    {"ink2 on paper", &Tokens::ink2, &Tokens::paper, text},
    {"ink2 on card", &Tokens::ink2, &Tokens::card, text},
    {"ink2 on tint", &Tokens::ink2, &Tokens::tint, text},
    {"ink2 on hover", &Tokens::ink2, &Tokens::hover, text},
    {"ink2 on badge", &Tokens::ink2, &Tokens::badge, text},
    {"ink2 on note box", &Tokens::ink2, &Tokens::noteBox, text},
    {"ink2 on note marker", &Tokens::ink2, &Tokens::noteMarker, text},
    {"ink3 on chrome", &Tokens::ink3, &Tokens::chrome, text},
    {"ink3 on list", &Tokens::ink3, &Tokens::list, text},
    {"ink3 on paper", &Tokens::ink3, &Tokens::paper, text},
    {"ink3 on card", &Tokens::ink3, &Tokens::card, text},
    {"ink3 on tint", &Tokens::ink3, &Tokens::tint, text},
    {"ink3 on hover", &Tokens::ink3, &Tokens::hover, text},
    {"accent on chrome", &Tokens::accent, &Tokens::chrome, text},
    {"accent on list", &Tokens::accent, &Tokens::list, text},
    {"accent on paper", &Tokens::accent, &Tokens::paper, text},
    {"accent on card", &Tokens::accent, &Tokens::card, text},
    {"accent on tint", &Tokens::accent, &Tokens::tint, text},
    {"accent on hover", &Tokens::accent, &Tokens::hover, text},
    {"accent on note marker", &Tokens::accent, &Tokens::noteMarker, text},
    {"words on accent", &Tokens::onAccent, &Tokens::accent, text},
    {"tint ink on tint", &Tokens::tintInk, &Tokens::tint, text},
    {"hit", &Tokens::hitInk, &Tokens::hit, text},
    {"current hit", &Tokens::currentHitInk, &Tokens::currentHit, text},
    {"pill", &Tokens::pillInk, &Tokens::pill, text},
    {"button in pill", &Tokens::pillButtonInk, &Tokens::pillButton, text},
    {"danger on list", &Tokens::danger, &Tokens::list, text},
    {"danger on paper", &Tokens::danger, &Tokens::paper, text},
    {"danger on card", &Tokens::danger, &Tokens::card, text},
    {"danger on tint", &Tokens::danger, &Tokens::tint, text},
    {"success on list", &Tokens::success, &Tokens::list, text},
    {"success on paper", &Tokens::success, &Tokens::paper, text},
    {"success on card", &Tokens::success, &Tokens::card, text},
    {"note sign", &Tokens::noteMarkerInk, &Tokens::noteMarker, sign},
};

struct NamedTokens
{
    const char *name;
    Tokens tokens;
};

const NamedTokens themes[] = {
    {"light", Tokens::light()}, {"sepia", Tokens::sepia()}, {"dark", Tokens::dark()}};

const char *const markNames[] = {"yellow", "green", "blue", "pink", "orange", "violet"};

} // namespace

class TestTokens final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void contrast_isAtLeastAA_data()
    {
        QTest::addColumn<QColor>("ink");
        QTest::addColumn<QColor>("ground");
        QTest::addColumn<double>("least");
        for (const auto &[theme, tokens] : themes) {
            for (const Pair &pair : pairs)
                QTest::addRow("%s: %s", theme, pair.name)
                    << tokens.*pair.ink << tokens.*pair.ground << pair.least;
            for (size_t i = 0; i < tokens.mark.size(); ++i) {
                const char *mark = markNames[i];
                QTest::addRow("%s: ink on %s mark", theme, mark) << tokens.ink << tokens.mark[i] << text;
                QTest::addRow("%s: edge of %s on paper", theme, mark)
                    << tokens.markEdge[i] << tokens.paper << sign;
                QTest::addRow("%s: edge of %s on card", theme, mark)
                    << tokens.markEdge[i] << tokens.card << sign;
            }
        }
    }

    void contrast_isAtLeastAA()
    {
        QFETCH(const QColor, ink);
        QFETCH(const QColor, ground);
        QFETCH(const double, least);
        const double found = contrast(ink, ground);
        QVERIFY2(found >= least, qPrintable(QStringLiteral("%1 on %2: %3 < %4")
                                                .arg(ink.name(), ground.name())
                                                .arg(found, 0, 'f', 2)
                                                .arg(least)));
    }

    void everyToken_isSetAndOpaque_data()
    {
        QTest::addColumn<int>("theme");
        for (int i = 0; i < 3; ++i)
            QTest::newRow(themes[i].name) << i;
    }

    void everyToken_isSetAndOpaque()
    {
        QFETCH(const int, theme);
        const Tokens &tokens = themes[theme].tokens;
        for (const Pair &pair : pairs) {
            QVERIFY2((tokens.*pair.ink).isValid() && (tokens.*pair.ink).alpha() == 255, pair.name);
            QVERIFY2((tokens.*pair.ground).isValid() && (tokens.*pair.ground).alpha() == 255, pair.name);
        }
        for (const QColor Tokens::*line :
             {&Tokens::line, &Tokens::rowLine, &Tokens::hitTick, &Tokens::currentHitTick})
            QVERIFY((tokens.*line).isValid());
    }

    void marks_differFromPaperAndEachOther()
    {
        for (const auto &[name, tokens] : themes)
            for (size_t i = 0; i < tokens.mark.size(); ++i) {
                QVERIFY2(tokens.mark[i] != tokens.paper, name);
                for (size_t k = 0; k < i; ++k)
                    QVERIFY2(tokens.mark[i] != tokens.mark[k] && tokens.markEdge[i] != tokens.markEdge[k],
                             name);
            }
    }
};

QTEST_GUILESS_MAIN(TestTokens)
#include "tst_tokens.moc"
