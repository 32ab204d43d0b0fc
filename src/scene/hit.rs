//! What lies under a point.

use super::shape::{Point, Scene, Spot};

impl Scene {
    /// The smallest spot under a point, drawn last among equals; marks are met up to 3 points off.
    #[must_use]
    pub fn hit(&self, at: Point) -> Option<&Spot> {
        /// A pointer is less exact than a mark is small.
        const REACH: f32 = 3.0;
        let area = |spot: &Spot| spot.rect.w * spot.rect.h;
        let under = self.spots.iter().rev().filter(|spot| spot.rect.grown(REACH).contains(at));
        under.min_by(|a, b| area(a).total_cmp(&area(b)))
    }
}
