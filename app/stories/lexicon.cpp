#include "stories/lexicon.h"

#include "text/folding.h"

#include <QStringList>

namespace Lectern {

namespace {

bool isVowel(QChar c)
{
    return QStringLiteral("aeiou").contains(c);
}

bool endsInConsonantAndY(const QString &verb)
{
    return verb.size() > 1 && verb.endsWith(u'y') && !isVowel(verb[verb.size() - 2]);
}

/// The forms of a regular English verb: base, third person, past, participle.
QStringList regularForms(const QString &verb)
{
    const QString stem = verb.endsWith(u'e') ? verb.chopped(1) : verb;
    const bool sibilant = verb.endsWith(u's') || verb.endsWith(QLatin1String("sh")) ||
                          verb.endsWith(QLatin1String("ch")) || verb.endsWith(u'x');
    if (endsInConsonantAndY(verb)) {
        const QString short_ = verb.chopped(1);
        return {verb, short_ + QLatin1String("ies"), short_ + QLatin1String("ied"),
                verb + QLatin1String("ing")};
    }
    return {verb, verb + (sibilant ? QLatin1String("es") : QLatin1String("s")), stem + QLatin1String("ed"),
            stem + QLatin1String("ing")};
}

Lexicon made(void (*fill)(Lexicon *))
{
    Lexicon lexicon;
    fill(&lexicon);
    return lexicon;
}

} // namespace

void Lexicon::add(WordRole role, const char *words)
{
    for (const QString &word : QString::fromUtf8(words).simplified().split(u' '))
        m_roles[fold(word)].add(role);
}

void Lexicon::addVerbs(WordRoles roles, const char *verbs)
{
    for (const QString &verb : QString::fromUtf8(verbs).simplified().split(u' ')) {
        const QStringList forms = verb.contains(u'/') ? verb.split(u'/') : regularForms(verb);
        for (qsizetype i = 0; i < forms.size(); ++i) {
            WordRoles &entry = m_roles[fold(forms[i])];
            entry.add(roles);
            if (forms[i].endsWith(QLatin1String("ing")))
                entry.add(WordRole::Participle);
            else if (i >= 2)
                entry.add(WordRole::Past);
        }
    }
}

WordRoles Lexicon::roles(const QString &folded) const
{
    return m_roles.value(folded);
}

const Lexicon &Lexicon::of(const QString &language)
{
    const QStringView main = QStringView(language).left(2);
    if (main == u"de") {
        static const Lexicon german = made(addGerman);
        return german;
    }
    if (main == u"fr") {
        static const Lexicon french = made(addFrench);
        return french;
    }
    if (main == u"es") {
        static const Lexicon spanish = made(addSpanish);
        return spanish;
    }
    static const Lexicon english = made(addEnglish);
    return english;
}

} // namespace Lectern
