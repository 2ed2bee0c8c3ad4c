#pragma once

#include "base/channel.h"
#include "base/mailbox.h"
#include "search/corpus.h"

#include <QObject>

#include <thread>

namespace Lectern {

/// What bears a name that begins with the typed words.
struct NamesFound
{
    struct Titled
    {
        ArticleId id;
        QString title;
        QString outlet;
        QString date; ///< ISO 8601; "" when unknown
    };
    std::vector<Titled> articles; ///< the best first
    QStringList outlets;          ///< each once, that of the newest article first
};

/// The articles whose titles, and the outlets whose names have words that begin with each of the typed ones:
/// at most `most` of each. As quick as a search; incomplete when `stop` asked for an end.
NamesFound findNames(const CorpusPtr &corpus, const QString &typed, size_t most,
                     const std::stop_token &stop = {});

/// Finds names on a thread of its own. Newest wins.
class NameSession final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(NameSession)

public:
    explicit NameSession(QObject *parent = nullptr);
    ~NameSession() override;

    void ask(const CorpusPtr &corpus, const QString &typed);

Q_SIGNALS:
    void answered(const QString &typed, const Lectern::NamesFound &found);

private:
    struct Question
    {
        CorpusPtr corpus;
        QString typed;
        std::stop_token stop;
        quint64 number = 0;
    };
    struct Reply
    {
        quint64 number = 0;
        QString typed;
        NamesFound found;
    };
    void work();
    Q_INVOKABLE void drain();

    quint64 m_newest = 0;
    std::stop_source m_current;
    Channel<Question> m_questions;
    Mailbox<Reply> m_replies;
    std::jthread m_thread;
};

} // namespace Lectern
