//! Records as a property graph: nodes and edges with properties.

pub mod graphml;
pub mod model;
pub mod neo4j;

pub use graphml::GraphMl;
pub use model::{Cell, EDGES, Edge, Graph, GraphSink, NODES, Node, Table};
pub use neo4j::Neo4j;
