#include "stories/backgroundfrequencies.h"

#include "stories/storyterms.h"

#include <QFile>

namespace Lectern {

namespace {

/// Lines of "FREQUENCY STEM STEM ...", the first "texts COUNT".
bool readTable(const QString &path, int *textCount, std::unordered_map<quint64, int> *frequencies)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return false;
    const QString table = QString::fromUtf8(file.readAll());
    frequencies->reserve(70000);
    for (const QStringView line : QStringView(table).split(u'\n', Qt::SkipEmptyParts)) {
        qsizetype space = line.indexOf(u' ');
        const QStringView first = line.left(space);
        if (first == u"texts") {
            *textCount = line.sliced(space + 1).toInt();
            continue;
        }
        const int frequency = first.toInt();
        while (space >= 0) {
            const qsizetype next = line.indexOf(u' ', space + 1);
            const QStringView stem = line.mid(space + 1, (next < 0 ? line.size() : next) - space - 1);
            frequencies->emplace(termHash(stem), frequency);
            space = next;
        }
    }
    return true;
}

} // namespace

const BackgroundFrequencies &BackgroundFrequencies::english()
{
    static const BackgroundFrequencies table = [] {
        BackgroundFrequencies made;
        readTable(QStringLiteral(":/stories/english-frequencies.txt"), &made.m_textCount,
                  &made.m_frequencies);
        return made;
    }();
    return table;
}

int BackgroundFrequencies::frequency(quint64 stem) const
{
    const auto found = m_frequencies.find(stem);
    return found == m_frequencies.end() ? 0 : found->second;
}

} // namespace Lectern
