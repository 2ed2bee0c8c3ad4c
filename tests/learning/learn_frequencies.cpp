// Counts in how many texts each word occurs: learn_frequencies FILE.jsonl... >
// resources/stories/english-frequencies.txt
//
// The records are those of any JSON Lines collection ("text" or "body"). What is shipped was counted on
// 21,580 articles of the English Wikipedia; only the counts are kept of them.

#include "stories/storyterms.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

#include <cstdio>
#include <map>

int main(int argc, char *argv[])
{
    std::map<QString, int> frequencies;
    int texts = 0;
    for (int i = 1; i < argc; ++i) {
        QFile file(QString::fromLocal8Bit(argv[i]));
        if (!file.open(QIODevice::ReadOnly)) {
            std::fprintf(stderr, "%s cannot be read.\n", argv[i]);
            return 1;
        }
        while (!file.atEnd()) {
            const QJsonObject record = QJsonDocument::fromJson(file.readLine()).object();
            QString text = record.value(QLatin1String("text")).toString();
            if (text.isEmpty())
                text = record.value(QLatin1String("body")).toString();
            if (text.isEmpty())
                continue;
            ++texts;
            for (const QString &stem : Lectern::stemsOf(text, QStringLiteral("en")))
                ++frequencies[stem];
        }
    }
    // Rare words are all alike; common ones are told to within a sixteenth.
    std::map<int, QStringList, std::greater<>> byFrequency;
    for (const auto &[stem, frequency] : frequencies) {
        if (frequency < 3 || stem.size() > 24 || stem.contains(u' '))
            continue;
        int step = 1;
        while (frequency / step >= 32)
            step *= 2;
        byFrequency[frequency / step * step] += stem;
    }
    std::printf("texts %d\n", texts);
    for (const auto &[frequency, stems] : byFrequency)
        std::printf("%d %s\n", frequency, stems.join(u' ').toUtf8().constData());
    return 0;
}
