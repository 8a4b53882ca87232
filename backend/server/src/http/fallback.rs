use actix_web::http::Method;
use actix_web::{HttpRequest, HttpResponse, web};
use utoipa::openapi::OpenApi;

use crate::error::{ApiError, Code, Header, said};
use crate::site;

/// Which methods each address of the API has, from the contract.
pub struct Addresses(Vec<(Vec<String>, Vec<Method>)>);

impl Addresses {
    pub fn of(contract: &OpenApi) -> Self {
        let parts = |path: &str| path.split('/').map(str::to_owned).collect();
        Self(
            contract
                .paths
                .paths
                .iter()
                .map(|(path, item)| {
                    let methods = [
                        (item.get.is_some(), Method::GET),
                        (item.post.is_some(), Method::POST),
                        (item.put.is_some(), Method::PUT),
                        (item.patch.is_some(), Method::PATCH),
                        (item.delete.is_some(), Method::DELETE),
                    ];
                    let has = methods.into_iter().filter(|(has, _)| *has);
                    (parts(path), has.map(|(_, method)| method).collect())
                })
                .collect(),
        )
    }

    /// Methods of the address, where the API has it.
    fn methods(&self, path: &str) -> Option<&[Method]> {
        let asked: Vec<&str> = path.split('/').collect();
        let fits = |known: &[String]| {
            known.len() == asked.len()
                && known.iter().zip(&asked).all(|(known, asked)| {
                    known == asked || (known.starts_with('{') && !asked.is_empty())
                })
        };
        self.0
            .iter()
            .find(|(known, _)| fits(known))
            .map(|(_, methods)| methods.as_slice())
    }
}

/// Whatever no route took: an address of the API with another method, the app, or nothing.
///
/// # Errors
/// 404, and 405 with what is allowed.
pub async fn fallback(
    request: HttpRequest,
    addresses: web::Data<Addresses>,
) -> Result<HttpResponse, ApiError> {
    if let Some(methods) = addresses.methods(request.path()) {
        let allowed: Vec<&str> = methods.iter().map(Method::as_str).collect();
        let allowed = allowed.join(", ");
        return Err(ApiError {
            header: Some(Header::Allow(allowed.clone())),
            ..ApiError::new(
                Code::MethodNotAllowed,
                said(
                    format!("Địa chỉ này chỉ hỗ trợ {allowed}."),
                    format!("This address supports {allowed} only."),
                ),
            )
        });
    }
    if *request.method() == Method::GET || *request.method() == Method::HEAD {
        site::serve(&request)
    } else {
        Err(ApiError::not_found())
    }
}
