//! Records that outlive the document they were made of.

use std::borrow::Cow;

use super::{Attribution, Entity, EventDate, Kept, Mention, Producer, Record, Relation, Span, Str};

impl Record<'_> {
    /// The same record with all texts its own.
    pub fn into_owned(self) -> Record<'static> {
        let Producer { chancery, rules, gazetteers } = self.producer;
        Record {
            schema: self.schema,
            producer: Producer { chancery: own(chancery), rules: own(rules), gazetteers: own(gazetteers) },
            offsets: self.offsets,
            id: own(self.id),
            date: self.date,
            date_source: self.date_source,
            title: self.title.map(own),
            text: self.text.map(own),
            kept: Kept(
                self.kept.0.into_iter().map(|(name, value)| (own(name), Cow::Owned(value.into_owned()))).collect(),
            ),
            entities: self.entities.into_iter().map(entity).collect(),
            mentions: self.mentions.into_iter().map(mention).collect(),
            relations: self.relations.into_iter().map(relation).collect(),
        }
    }
}

fn own(text: Str<'_>) -> Str<'static> {
    text.into_owned().into()
}

fn span(span: Span<'_>) -> Span<'static> {
    Span { text: own(span.text), start: span.start, end: span.end, field: span.field }
}

fn entity(entity: Entity<'_>) -> Entity<'static> {
    Entity {
        id: own(entity.id),
        name: own(entity.name),
        entity_type: entity.entity_type,
        kind: entity.kind.map(own),
        country: entity.country.map(own),
        same_as: entity.same_as.into_iter().map(own).collect(),
        lat: entity.lat,
        lon: entity.lon,
        mentions: entity.mentions,
    }
}

fn mention(mention: Mention<'_>) -> Mention<'static> {
    Mention {
        start: mention.start,
        end: mention.end,
        text: own(mention.text),
        entity_type: mention.entity_type,
        form: mention.form,
        entity: mention.entity,
        field: mention.field,
    }
}

fn relation(relation: Relation<'_>) -> Relation<'static> {
    Relation {
        id: relation.id,
        event: relation.event,
        relation_type: own(relation.relation_type),
        plover: own(relation.plover),
        cameo: own(relation.cameo),
        trigger: span(relation.trigger),
        arguments: relation.arguments,
        polarity: relation.polarity,
        polarity_cue: relation.polarity_cue.map(span),
        modality: relation.modality,
        modality_cue: relation.modality_cue.map(span),
        tense: relation.tense,
        date: relation.date.map(|date| EventDate {
            value: date.value,
            end: date.end,
            kind: date.kind,
            cue: date.cue.map(span),
        }),
        place: relation.place,
        topic: relation.topic.map(span),
        attribution: relation.attribution.into_iter().map(attribution).collect(),
        rule: own(relation.rule),
        sentence: span(relation.sentence),
    }
}

fn attribution(attribution: Attribution<'_>) -> Attribution<'static> {
    Attribution {
        entity: attribution.entity,
        mention: attribution.mention,
        text: own(attribution.text),
        cue: own(attribution.cue),
    }
}
