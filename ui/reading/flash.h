#pragma once

#include <QObject>
#include <QTimer>
#include <QVariantAnimation>

namespace Lectern {

/// A glow that shows where the page went to: it stands for a moment, then fades. None when motion is reduced.
class Flash final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Flash)

public:
    explicit Flash(QObject *parent = nullptr);

    void start();
    void stop();
    /// 0 when there is none, 1 at its brightest.
    qreal strength() const { return m_strength; }

Q_SIGNALS:
    void changed();

private:
    void setStrength(qreal strength);

    QTimer m_hold;
    QVariantAnimation m_fade;
    qreal m_strength = 0;
};

} // namespace Lectern
