//! What an actor does in a relation.

/// The closed list of roles.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    /// Takes part on equal terms.
    Participant,
    /// Goes to see.
    Visitor,
    /// The country or organization visited.
    Destination,
    /// Receives.
    Host,
    /// Brings the sides together.
    Mediator,
    /// Gives.
    Giver,
    /// Is given.
    Receiver,
}

impl Role {
    /// All roles, in the order they are written in.
    pub const ALL: [Role; 7] =
        [Role::Participant, Role::Visitor, Role::Destination, Role::Host, Role::Mediator, Role::Giver, Role::Receiver];

    /// The name in rule files and in the record.
    pub fn as_str(self) -> &'static str {
        match self {
            Role::Participant => "participant",
            Role::Visitor => "visitor",
            Role::Destination => "destination",
            Role::Host => "host",
            Role::Mediator => "mediator",
            Role::Giver => "giver",
            Role::Receiver => "receiver",
        }
    }

    /// Reads the name.
    pub fn parse(name: &str) -> Option<Role> {
        Role::ALL.into_iter().find(|r| r.as_str() == name)
    }
}
